import { deepEqual, equal, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { openAccess } from '../../access/open-access.ts'
import { effectiveConfig } from '../../sshd-config/effective.ts'
import { localFiles, remoteConfig } from './config-files.ts'

describe('files under --root', () => {
  const root = mkdtempSync(join(tmpdir(), 'sshmedic-root-'))
  after(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'etc/ssh/sshd_config.d'), { recursive: true })
  mkdirSync(join(root, 'nix/store'), { recursive: true })
  writeFileSync(join(root, 'nix/store/one'), 'Port 1\n')
  symlinkSync('/nix/store/one', join(root, 'etc/ssh/sshd_config'))
  symlinkSync('../../../../../../etc/hostname', join(root, 'etc/ssh/sshd_config.d/out.conf'))
  symlinkSync('/nowhere', join(root, 'etc/ssh/sshd_config.d/dangling.conf'))
  symlinkSync('ring.conf', join(root, 'etc/ssh/sshd_config.d/ring.conf'))
  const files = localFiles(root)

  test('an absolute link leads to a place under the root', () => {
    equal(files.readFile('/etc/ssh/sshd_config'), 'Port 1\n')
  })

  test('no link leads out of it', () => {
    equal(files.readFile('/etc/ssh/sshd_config.d/out.conf'), undefined)
    equal(files.readFile('/../../../../../../etc/hostname'), undefined)
  })

  test('links to nowhere are found, as glob finds them, and cannot be read', () => {
    deepEqual(files.glob('/etc/ssh/sshd_config.d/*.conf'), [
      '/etc/ssh/sshd_config.d/dangling.conf',
      '/etc/ssh/sshd_config.d/out.conf',
      '/etc/ssh/sshd_config.d/ring.conf',
    ])
    equal(files.readFile('/etc/ssh/sshd_config.d/dangling.conf'), undefined)
    equal(files.readFile('/etc/ssh/sshd_config.d/ring.conf'), undefined)
  })

  test('a folder reads as nothing', () => {
    equal(files.readFile('/etc/ssh'), '')
  })
})

test('what a shell hands over in <(…) is read once and known twice', () => {
  const program = `
    const { localFiles } = await import(${JSON.stringify(join(import.meta.dirname, 'config-files.ts'))})
    const files = localFiles()
    console.log(files.readFile(process.argv[1]) + files.readFile(process.argv[1]))`
  const text = execFileSync(
    'bash',
    ['-c', '"$0" --input-type=module -e "$1" <(printf twice)', process.execPath, program],
    {
      encoding: 'utf8',
    },
  )
  equal(text.trim(), 'twicetwice')
})

test('through a way in, Includes find what they find on the disk itself, whatever the shell thinks of patterns', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-remote-'))
  mkdirSync(join(folder, 'sub/folder.conf'), { recursive: true })
  for (const name of ['10-a.conf', 'Z.conf', '[x].conf', 'ä.conf', '.h.conf', 'sp ace.conf', 'folder.conf/in'])
    writeFileSync(join(folder, 'sub', name), '# nothing\n')
  const patterns = [
    '*.conf',
    '[^0-9]*',
    '\\\\[x].conf',
    '??.conf',
    '.*.conf',
    'sp\\ ace.conf',
    '*/',
    's*/../*.conf',
    'none*',
  ]
  const main = join(folder, 'main')
  writeFileSync(main, patterns.map((pattern) => `Include ${folder}/sub/${pattern}\n`).join(''))
  const access = await openAccess('local')
  ok('exec' in access)
  try {
    const release = { major: 9, minor: 2 }
    const read = await remoteConfig(access, { main, release })
    ok('files' in read)
    const here = effectiveConfig({ main, release, files: localFiles() })
    deepEqual(read.config.files, here.files)
    ok(here.files.length > 6)
    deepEqual(read.config.errors, here.errors)
  } finally {
    await access.close()
    rmSync(folder, { recursive: true })
  }
})
