// What is installed is a bundle; in a clone it must never be run once the source is another.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, before, describe, test } from 'node:test'

const ROOT = join(import.meta.dirname, '../..')
const clone = mkdtempSync(join(tmpdir(), 'sshmedic-clone-'))
after(() => rmSync(clone, { recursive: true, force: true }))

const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env['PATH']}` }

/** The program of a folder, by its exit code and what it wrote. */
function run(folder: string, ...argv: string[]): { code: number | null; stdout: string; stderr: string } {
  const ran = spawnSync(process.execPath, [join(folder, 'bin/sshmedic.js'), ...argv], { encoding: 'utf8', env })
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

/** Every file of the bundle says when it is run. */
function mark(folder: string): void {
  appendFileSync(join(folder, 'dist/run.js'), '\nprocess.stderr.write("bundle ran\\n")\n')
}

const TEXT = ['explain', 'kex_exchange_identification: Connection closed by remote host']

before(() => {
  for (const name of [
    'src',
    'bin',
    'schema',
    'man',
    'package.json',
    'package-lock.json',
    'rolldown.config.ts',
    'LICENSE',
    'README.md',
  ])
    cpSync(join(ROOT, name), join(clone, name), { recursive: true, preserveTimestamps: true })
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'))
  execFileSync('npm', ['run', 'build'], { cwd: clone, env, stdio: 'pipe' })
  mark(clone)
})

describe('a bundle in a clone', () => {
  test('is what runs', () => {
    const { code, stderr } = run(clone, ...TEXT)
    assert.deepEqual([code, stderr], [1, 'bundle ran\n'])
  })

  for (const file of [
    'src/cli/verbs/explain/help.ts',
    'src/knowledge/measured.json',
    'schema/case.schema.json',
    'package-lock.json',
  ]) {
    test(`is not run once ${file} has changed, and is once that is taken back`, () => {
      const path = join(clone, file)
      const kept = `${path}.kept`
      renameSync(path, kept)
      assert.doesNotMatch(run(clone, ...TEXT).stderr, /bundle ran/)
      writeFileSync(path, `${readFileSync(kept, 'utf8')}\n`)
      assert.equal(run(clone, ...TEXT).stderr, '')
      renameSync(kept, path)
      assert.equal(run(clone, ...TEXT).stderr, 'bundle ran\n')
    })
  }

  test('is not run where it was made in part only', () => {
    const list = join(clone, 'dist/inputs.json')
    const kept = readFileSync(list)
    rmSync(list)
    assert.equal(run(clone, ...TEXT).stderr, '')
    writeFileSync(list, kept)
  })
})

describe('what is published', () => {
  const packed = mkdtempSync(join(tmpdir(), 'sshmedic-packed-'))
  after(() => rmSync(packed, { recursive: true, force: true }))
  before(() => {
    execFileSync('npm', ['pack', '--pack-destination', packed, '--ignore-scripts'], { cwd: clone, env, stdio: 'pipe' })
    const [archive] = readdirSync(packed)
    execFileSync('tar', ['-xf', join(packed, archive!), '-C', packed])
  })

  test('is the program, its schemas, its manual page and the licences of what is bundled; no source, no test data, no builder', () => {
    const files = readdirSync(join(packed, 'package'), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name).slice(join(packed, 'package/').length))
    const strange = files.filter(
      (file) =>
        !/^(?:LICENSE|README\.md|package\.json|bin\/sshmedic\.js|man\/sshmedic\.1|schema\/[\w-]+\.schema\.json|dist\/(?:[\w~-]+\.js|licences\.txt))$/.test(
          file,
        ),
    )
    assert.deepEqual(strange, [])
    for (const needed of [
      'dist/run.js',
      'dist/worker.js',
      'dist/licences.txt',
      'bin/sshmedic.js',
      'man/sshmedic.1',
      'schema/case.schema.json',
    ])
      assert.ok(files.includes(needed), needed)
    const all = files
      .filter((file) => file.startsWith('dist/'))
      .map((file) => readFileSync(join(packed, 'package', file), 'utf8'))
    assert.doesNotMatch(all.join('\n'), /assemblyscript|fast-check|\/fixtures\.ts|src\/[\w/-]+\.test\.ts/)
  })

  test('runs alone: every verb loads', () => {
    const folder = join(packed, 'package')
    const config = join(packed, 'sshd_config')
    const log = join(packed, 'auth.log')
    writeFileSync(config, 'MaxStartups 3\n')
    // Long enough that more than one thread reads it.
    const failed = 'Nov  8 17:20:01 web sshd[1]: Failed password for root from 203.0.113.9 port 4 ssh2\n'
    writeFileSync(log, failed.repeat(300_000))
    assert.equal(run(folder, '--version').stdout, run(clone, '--version').stdout)
    assert.equal(run(folder, '--help').code, 0)
    assert.equal(run(folder, ...TEXT).code, 1)
    assert.match(run(folder, 'config', config).stdout, /sshd would start/)
    assert.match(run(folder, 'startups', '--json').stdout, /"schema"/)
    assert.match(run(folder, 'logs', log, '--json').stdout, /"total": ?300000\b/)
    const saved = join(packed, 'case.json')
    assert.equal(run(folder, '--save', saved, '--timeout', '2', '-F', '/dev/null', '-p', '1', '127.0.0.1').code, 1)
    for (const format of ['--json', '--html', '--markdown']) assert.equal(run(folder, '--from', saved, format).code, 1)
  })
})
