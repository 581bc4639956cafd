import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'

const folder = mkdtempSync(join(tmpdir(), 'sshmedic-config-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A root with this configuration; paths are those under /etc/ssh. */
function root(name: string, files: Record<string, string>): string {
  const at = join(folder, name)
  for (const [path, text] of Object.entries({ 'sshd_config.d/.keep': '', ...files })) {
    mkdirSync(join(at, 'etc/ssh', path, '..'), { recursive: true })
    writeFileSync(join(at, 'etc/ssh', path), text)
  }
  return at
}

const RUN = `
const { main } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/cli/main.ts'))})
process.exitCode = await main(['config', ...process.argv.slice(1)], '1.2.3')`

function config(...argv: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', RUN, '--', ...argv], { cwd: folder })
    const text = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString()))
    child.on('close', (code) => resolve({ code, ...text }))
  })
}

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/config.schema.json'), 'utf8')) as object,
)

interface Document {
  release: string
  distribution?: string
  effective: Record<string, string[]>
  origin: Record<string, string>
  notes: { id: string }[]
  diff: { starts: boolean; differing: unknown[] }
  audit: unknown[]
  recommended: { keyword: string; edit?: object }[]
}

async function json(...argv: string[]): Promise<Document> {
  const { out, err } = await config(...argv, '--json')
  assert.equal(err, '')
  const document = JSON.parse(out) as Document
  assert.ok(validate(document), JSON.stringify(validate.errors))
  return document
}

const DEBIAN = {
  sshd_config: 'Include /etc/ssh/sshd_config.d/*.conf\nMaxStartups 10:30:60\nMatch User alice\n  MaxSessions 3\n',
  'sshd_config.d/10-x.conf': 'MaxStartups 20:50:100\nPermitRootLogin prohibit-password\n',
}

test('every path is read under --root, Includes too, and every value says where it comes from', async () => {
  const at = root('debian', DEBIAN)
  const document = await json(
    '/etc/ssh/sshd_config',
    '--root',
    at,
    '--release',
    '9.2',
    '--user',
    'alice',
    '--address',
    '10.0.0.1',
  )
  assert.equal(document.release, '9.2')
  assert.deepEqual(document.effective['permitrootlogin'], ['without-password'])
  assert.equal(document.origin['permitrootlogin'], '/etc/ssh/sshd_config.d/10-x.conf:2')
  assert.deepEqual(document.effective['maxstartups'], ['10:30:60'])
  assert.equal(document.origin['maxsessions'], '/etc/ssh/sshd_config:4')
  assert.equal(document.origin['usedns'], 'default')
  assert.deepEqual(
    document.notes.map((n) => n.id),
    ['max-startups-last-wins'],
  )
})

test('a configuration that stops sshd is exit code 1, with sshd’s words and the line', async () => {
  const at = root('broken', { sshd_config: 'PasswordAuthentication noPubkeyAuthentication yes\n' })
  const { code, out } = await config('/etc/ssh/sshd_config', '--root', at, '--release', '10.0')
  assert.equal(code, 1)
  assert.match(out, /would not start/)
  assert.match(out, /sshd_config:1: unsupported option "noPubkeyAuthentication"/)
})

test('--diff shows what would be different, not how it is written', async () => {
  const at = root('one', {
    sshd_config: 'Port 22\nX11Forwarding yes\n',
    other: 'port=22\n# nothing\nX11Forwarding no\n',
  })
  const document = await json('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--diff', '/etc/ssh/other')
  assert.deepEqual(document.diff.differing, [
    {
      keyword: 'x11forwarding',
      here: ['yes'],
      there: ['no'],
      hereFrom: '/etc/ssh/sshd_config:2',
      thereFrom: '/etc/ssh/other:3',
    },
  ])
})

test('--diff says when sshd would not start with the other, and shows of lists what is new and what is gone', async () => {
  const at = root('two', {
    sshd_config: 'Port 22\nAllowUsers alice bob\n',
    other: 'Port 22\nPort 2222\nAllowUsers alice carol\nPasswordAuthentication noPubkeyAuthentication yes\n',
  })
  const asked = ['/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--diff', '/etc/ssh/other']
  const { code, out } = await config(...asked)
  assert.equal(code, 1)
  assert.match(out, /would not start with \/etc\/ssh\/other\n {2}\/etc\/ssh\/other:4: unsupported option/)
  const signs = out.split('\n').filter((text) => /^ {2}[-+] /.test(text))
  assert.deepEqual(
    signs.map((text) => text.trim().replace(/ +/g, ' ')),
    [
      '+ 2222 /etc/ssh/other:2',
      '- bob /etc/ssh/sshd_config:2',
      '+ carol /etc/ssh/other:3',
      '+ [::]:2222 /etc/ssh/other:2',
      '+ 0.0.0.0:2222 /etc/ssh/other:2',
    ],
  )
  const document = await json(...asked)
  assert.equal(document.diff.starts, false)
})

test('--explain says which line wins, why, and what it does', async () => {
  const at = root('explained', DEBIAN)
  const { code, out } = await config('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--explain')
  assert.equal(code, 0)
  assert.match(out, /not \/etc\/ssh\/sshd_config\.d\/10-x\.conf:1/)
  assert.match(out, /the last\s+wins/)
})

test('what a file says reaches no terminal unseen', async () => {
  const at = root('evil', { sshd_config: 'Banner /etc/\x1b]0;x\x07issue\nForceCommand \x1b[2J\n' })
  const { out } = await config('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--explain')
  assert.ok(!out.includes('\x1b'))
})

test('a root that holds a Debian says which sshd is meant', async () => {
  const at = root('packaged', { sshd_config: '' })
  mkdirSync(join(at, 'var/lib/dpkg'), { recursive: true })
  writeFileSync(
    join(at, 'var/lib/dpkg/status'),
    'Package: openssh-client\nVersion: 1:8.8p1-1\n\nPackage: openssh-server\nStatus: install ok installed\nVersion: 1:9.2p1-2+deb12u7\n\n',
  )
  const document = await json('/etc/ssh/sshd_config', '--root', at)
  assert.deepEqual([document.release, document.distribution], ['9.2', 'debian'])
})

test('usage and files that are not there have their own exit codes', async () => {
  assert.equal((await config('--release', 'x')).code, 2)
  assert.equal((await config('--no-such-option')).code, 2)
  assert.equal((await config('/no/such/file', '--release', '9.2')).code, 3)
})

test('--audit and --recommend name places where the lines win', async () => {
  const at = root('audited', DEBIAN)
  const document = await json('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--audit', '--recommend')
  assert.ok(document.audit.length > 0)
  for (const advice of document.recommended) assert.ok(advice.edit, `${advice.keyword} has no place`)
})

test('the same as a ticket and as a page', async () => {
  const at = root('forms', DEBIAN)
  const [ticket, page] = await Promise.all(
    ['--markdown', '--html'].map((form) =>
      config('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--audit', form),
    ),
  )
  assert.deepEqual([ticket!.err, page!.err], ['', ''])
  assert.match(ticket!.out, /^# `\/etc\/ssh\/sshd_config`: starts\n/)
  assert.match(page!.out, /^<!doctype html>/)
  for (const { out } of [ticket!, page!]) assert.match(out, /MaxStartups 10:30:60 is worse than the default/)
  const both = await config('/etc/ssh/sshd_config', '--root', at, '--json', '--html')
  assert.deepEqual([both.code, both.out], [2, ''])
})
