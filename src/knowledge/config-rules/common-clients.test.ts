import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { atLeast, parseRelease } from '../../openssh/release.ts'
import { COMMON_CLIENTS } from './common-clients.ts'

const release = parseRelease(spawnSync('ssh', ['-V'], { encoding: 'utf8' }).stderr ?? '')
const old = !release || !atLeast(release, [8, 8])

test('the ssh installed here offers what is said of it', { skip: old && 'no ssh of 8.8 or later' }, () => {
  const name = atLeast(release!, [9, 9]) ? 'OpenSSH 9.9 and later' : 'OpenSSH 8.8 to 9.8'
  const said = COMMON_CLIENTS.find((client) => client.name === name)!
  const ran = spawnSync('ssh', ['-F', '/dev/null', '-G', 'nobody'], { encoding: 'utf8' })
  const real = (keyword: string) => new RegExp(`^${keyword} (.*)$`, 'm').exec(ran.stdout)?.[1]?.split(',') ?? []
  const lists = [
    ['kexalgorithms', said.kex],
    ['ciphers', said.ciphers],
    ['macs', said.macs],
    ['hostkeyalgorithms', said.keys],
  ] as const
  for (const [keyword, names] of lists) {
    // sntrup761 came with 8.5 and to the front with 9.0; mlkem768 left nothing behind.
    const missing = names.filter((each) => !real(keyword).includes(each) && !each.startsWith('sntrup761'))
    assert.deepEqual(missing, [], keyword)
    // What it offers beyond that is certificates, and what came since.
    const more = real(keyword).filter((each) => !names.includes(each) && !/-cert-v01@|^mlkem|^sntrup/.test(each))
    assert.deepEqual(more, [], keyword)
  }
})
