// Operators before a list, and lists they empty, against the ssh that is installed: `ssh -G` puts a list together once.
import { deepEqual, equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { assemble } from '../../src/sshd-config/algorithms.ts'
import type { AlgorithmKind } from '../../src/sshd-config/algorithms.ts'
import { asPrinted } from '../../src/sshd-config/as-printed.ts'
import { effectiveConfig } from '../../src/sshd-config/effective.ts'
import { atLeast, parseRelease } from '../../src/openssh/release.ts'
import { caseFiles, RELEASES } from './compare.ts'

const release = parseRelease(spawnSync('ssh', ['-V'], { encoding: 'utf8' }).stderr ?? '')
const old = !release || !atLeast(release, [8, 5])

/** Every list keyword that ssh and sshd share, and what its names are. */
const LISTS: Readonly<Record<string, AlgorithmKind>> = {
  Ciphers: 'ciphers',
  MACs: 'macs',
  KexAlgorithms: 'kex',
  HostKeyAlgorithms: 'key',
  PubkeyAcceptedAlgorithms: 'key',
  HostbasedAcceptedAlgorithms: 'key',
  CASignatureAlgorithms: 'sig',
}

function shown(keyword: string, list?: string): string | undefined {
  const option = list === undefined ? [] : ['-o', `${keyword}=${list}`]
  const { stdout, status } = spawnSync('ssh', ['-F', '/dev/null', ...option, '-G', 'nobody'], { encoding: 'utf8' })
  if (status !== 0) return undefined
  return new RegExp(`^${keyword} ?(.*)$`, 'im').exec(stdout)?.[1] ?? ''
}

for (const [keyword, kind] of Object.entries(LISTS))
  test(`${keyword} with + - ^ means to us what ssh -G shows`, { skip: old && 'no ssh of 8.5 or later' }, () => {
    const defaults = shown(keyword)!
    const names = defaults.split(',')
    const [first, last] = [names[0]!, names.at(-1)!]
    const emptying = ['-*', `-${defaults}`, '-*,x', `-${names.map((name) => `${name.slice(0, 3)}*`).join(',')}`]
    for (const list of emptying) {
      equal(shown(keyword, list), '', list)
      equal(assemble(list, defaults, kind, release!), '', list)
    }
    const others = [
      `-${first}`,
      `-${last}`,
      '-nothing-such',
      `-*,!${first}`,
      `^${last}`,
      `+${first}`,
      `${last},${first}`,
    ]
    for (const list of others) equal(assemble(list, defaults, kind, release!), shown(keyword, list), list)
  })

test('what sshd -T prints of an emptied list is the default; what it offers is nothing, where the key exchange asks', () => {
  for (const keyword of Object.keys(LISTS)) {
    const read = (text: string) =>
      effectiveConfig({
        main: '/etc/ssh/sshd_config',
        files: caseFiles({ sshd_config: text }),
        release: RELEASES.trixie,
      })
    const config = read(`${keyword} -*\n`)
    const lower = keyword.toLowerCase()
    deepEqual(asPrinted(config)[lower], read('').effective[lower])
    const exchanged = ['Ciphers', 'MACs', 'KexAlgorithms', 'HostKeyAlgorithms'].includes(keyword)
    deepEqual(config.effective[lower], exchanged ? [''] : read('').effective[lower])
    equal(
      config.notes.some(({ id }) => id === 'list-emptied'),
      exchanged,
    )
    ok(!config.errors.some(({ fatal }) => fatal))
  }
})
