import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { clientProposal } from '../../../openssh/proposals.ts'
import { atLeast, parseRelease } from '../../../openssh/release.ts'
import { CLIENTS } from './clients.ts'

test('every client has a source, lists without repetition, and releases of its own', () => {
  for (const { name, source, versions } of CLIENTS) {
    match(source, /\.(?:c|h|py|java|go)\b/)
    equal(new Set(versions.map(({ releases }) => releases)).size, versions.length, name)
    for (const { releases, ...version } of versions)
      for (const list of [version.kex, version.ciphers, version.macs, version.keys]) {
        ok(list.length > 0)
        equal(new Set(list).size, list.length, `${name} ${releases}`)
        for (const each of list) match(each, /^[a-z0-9-]+(?:@[a-z.]+)?$/)
      }
  }
})

const release = parseRelease(spawnSync('ssh', ['-V'], { encoding: 'utf8' }).stderr ?? '')
const old = !release || !atLeast(release, [8, 8])

test('the ssh installed here offers what is said of it', { skip: old && 'no ssh of 8.8 or later' }, () => {
  const { kex, ciphers, macs, keys } = clientProposal(release!)
  const ran = spawnSync('ssh', ['-F', '/dev/null', '-G', 'nobody'], { encoding: 'utf8' })
  const real = (keyword: string) => new RegExp(`^${keyword} (.*)$`, 'm').exec(ran.stdout)?.[1]?.split(',') ?? []
  // Debian 12 gives sntrup761 its final name beside the old one.
  const known = (names: readonly string[]) => names.filter((name) => name !== 'sntrup761x25519-sha512')
  deepEqual(known(real('kexalgorithms')), known(kex))
  deepEqual([real('ciphers'), real('macs'), real('hostkeyalgorithms')], [ciphers, macs, keys])
})
