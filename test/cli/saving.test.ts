// --save: the whole case or nothing, whatever the disk says, and the result is out before it.
import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { assertEnded, assertSentence, documentOf, savedCase } from './expect.ts'
import { closedPort, Home, PROGRAM } from './program.ts'
import type { Ended } from './program.ts'

const home = new Home()
const isRoot = process.getuid?.() === 0
const NOBODY = 65534
const port = await closedPort()
const save = (file: string) => ['--json', '--save', file, ...home.ssh(port), 'alice@127.0.0.1']

/** The diagnosis stands, the code says unreachable, and stderr says why nothing was saved. */
function assertNotSaved(ran: Ended, why: RegExp): void {
  assertEnded(ran, 1)
  assertSentence(ran, /could not be saved/)
  assertSentence(ran, why)
  assert.equal(documentOf(ran).verdict, 'unreachable')
}

describe('--save', { concurrency: 4 }, () => {
  test('writes what --from reads, for its owner only, and nothing else beside it', async () => {
    const folder = join(home.folder, 'good')
    mkdirSync(folder)
    const file = join(folder, 'case.json')
    assertEnded(await home.run(save(file)), 1)
    savedCase(file)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.deepEqual(readdirSync(folder), ['case.json'])
    assertEnded(await home.run(['--from', file]), 1)
  })

  test('to a full device', { skip: !existsSync('/dev/full') }, async () => {
    assertNotSaved(await home.run(save('/dev/full')), /the disk is full/)
    assert.ok(!statSync('/dev/full').isFile(), '/dev/full is still what it was')
  })

  test('to /dev/null leaves it what it is', async () => {
    const before = lstatSync('/dev/null')
    const ran = await home.run(save('/dev/null'))
    assertEnded(ran, 1)
    const now = lstatSync('/dev/null')
    assert.deepEqual([now.ino, now.rdev, now.mode], [before.ino, before.rdev, before.mode])
  })

  test('to a folder that does not exist', async () => {
    const folder = join(home.folder, 'absent')
    assertNotSaved(await home.run(save(join(folder, 'case.json'))), /no such file or folder/)
    assert.ok(!existsSync(folder))
  })

  test('to what is a folder', async () => {
    const folder = join(home.folder, 'a-folder')
    mkdirSync(folder)
    assertNotSaved(await home.run(save(folder)), /it is a folder/)
    assert.deepEqual(readdirSync(folder), [])
    assert.deepEqual(
      readdirSync(home.folder).filter((name) => name.endsWith('.part')),
      [],
    )
  })

  test('below a file, and under a name too long', async () => {
    assertNotSaved(await home.run(save(join(home.config, 'case.json'))), /not a folder/)
    assertNotSaved(await home.run(save(join(home.folder, 'n'.repeat(300)))), /too long/)
  })

  test('to a folder one may not write to', async () => {
    const folder = join(home.folder, 'read-only')
    mkdirSync(folder)
    writeFileSync(join(folder, 'case.json'), 'older')
    chmodSync(folder, 0o555)
    chmodSync(home.folder, 0o755)
    const ran = await home.run(save(join(folder, 'case.json')), isRoot ? { uid: NOBODY } : {})
    assertNotSaved(ran, /you may not/)
    assert.deepEqual(readdirSync(folder), ['case.json'])
    assert.equal(readFileSync(join(folder, 'case.json'), 'utf8'), 'older')
  })

  test('to a file behind a link writes the file and keeps the link', async () => {
    const file = join(home.folder, 'linked.json')
    writeFileSync(file, 'older')
    symlinkSync(file, join(home.folder, 'link.json'))
    assertEnded(await home.run(save(join(home.folder, 'link.json'))), 1)
    assert.ok(lstatSync(join(home.folder, 'link.json')).isSymbolicLink())
    savedCase(file)
  })

  test('to /dev/stdout comes behind the result, also in a file', async () => {
    const file = join(home.folder, 'both.txt')
    const argv = ['sh', '-c', 'out=$1; shift; exec "$@" > "$out"', 'sh', file, process.execPath, PROGRAM]
    assertEnded(await home.run(save('/dev/stdout'), { argv }), 1)
    const text = readFileSync(file, 'utf8')
    assert.match(text, /"verdict": "unreachable"[\s\S]*"kind": "sshmedic-case"/)
  })
})

/** Runs it beside a small file system that is full but for so many bytes; tells what is in it at the end. */
async function onFullDisk(room: number, script: string): Promise<{ ran: Ended; listing: string; kept: string }> {
  const place = join(home.folder, `disk-${room}-${script.length}`)
  mkdirSync(place)
  const told = `${place}.told`
  const disk = `mount -t tmpfs -o size=64k,nr_inodes=16 none "$1" && head -c ${65536 - room} /dev/zero > "$1/filler"`
  const look = 'ls -lA "$1" > "$2"; echo older >> /dev/null; cat "$1/case.json" > "$2.kept" 2>/dev/null'
  const whole = `place=$1; ${disk}; printf older > "$1/older.json"; ${script}; code=$?; ${look}; exit $code`
  const argv = ['unshare', '--mount', 'sh', '-c', whole, 'sh', place, told]
  const ran = await home.run([], { argv })
  return {
    ran,
    listing: readFileSync(told, 'utf8'),
    kept: existsSync(`${told}.kept`) ? readFileSync(`${told}.kept`, 'utf8') : '',
  }
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
const program = quoted([process.execPath, PROGRAM])

describe('a full disk', { skip: !isRoot && 'needs root, to fill one', concurrency: 2 }, () => {
  test('for --save: the result is out, a sentence, no half file', async () => {
    const line = `${program} --json --save "$place/case.json" ${quoted([...home.ssh(port), 'alice@127.0.0.1'])}`
    const { ran, listing } = await onFullDisk(8192, line)
    assertNotSaved(ran, /the disk is full/)
    assert.doesNotMatch(listing, /case|\.part/)
  })

  test('for --save over an older file: that stays as it was', async () => {
    const line = `${program} --json --save "$place/older.json" ${quoted([...home.ssh(port), 'alice@127.0.0.1'])}`
    const { ran, listing } = await onFullDisk(
      8192,
      `${line}; code=$?; grep -qx older "$place/older.json" && (exit $code)`,
    )
    assertNotSaved(ran, /the disk is full/)
    assert.match(listing, / 5 .* older\.json/)
    assert.doesNotMatch(listing, /\.part/)
  })

  test('for stdout in a file: half a result is not passed off as a whole one', async () => {
    const line = `${program} --json ${quoted([...home.ssh(port), 'alice@127.0.0.1'])} > "$place/out.json"`
    const { ran } = await onFullDisk(8192, line)
    assertEnded(ran, 1)
    assertSentence(ran, /could not be written to stdout: the disk is full/)
  })
})
