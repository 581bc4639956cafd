import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { atLeast, compareReleases, parseRelease, releaseName, releaseNumber, type Release } from './release.ts'

const NAMED: readonly (readonly [string, Release | undefined])[] = [
  ['9.2', { major: 9, minor: 2 }],
  [' 10.0 ', { major: 10, minor: 0 }],
  ['10.0p2', { major: 10, minor: 0 }],
  ['6.6.1p1', { major: 6, minor: 6 }],
  ['9.2, as Debian builds it', { major: 9, minor: 2, distribution: 'debian' }],
  ['OpenSSH 9.2', { major: 9, minor: 2 }],
  ['OpenSSH_6.6.1p1 Ubuntu-2ubuntu2.13', { major: 6, minor: 6, distribution: 'ubuntu' }],
  ['OpenSSH_9.6p1 Ubuntu-3ubuntu13.5, OpenSSL 3.0.13\ndebian', { major: 9, minor: 6, distribution: 'ubuntu' }],
  ['OpenSSH_7.5p1-hpn14v5', { major: 7, minor: 5 }],
  ['OpenSSH_9.2p1 Debian-2+deb12u7', { major: 9, minor: 2, distribution: 'debian' }],
  ['OpenSSH_10.0p2 Debian-7+deb13u4, OpenSSL 3.5.7', { major: 10, minor: 0, distribution: 'debian' }],
  ['OpenSSH_8.7p1\nRed Hat Enterprise Linux release 9.4 (Plow)', { major: 8, minor: 7, distribution: 'redhat' }],
  ['SSH-2.0-OpenSSH_8.4p1', { major: 8, minor: 4 }],
  ['SSH-2.0-OpenSSH_for_Windows_8.1', { major: 8, minor: 1 }],
  ['SSH-2.0-9.32 FlowSsh: Bitvise SSH Server', undefined],
  ['dropbear_2022.83', undefined],
  ['192.0.2.1', undefined],
  ['9.2nonsense', undefined],
  ['nine', undefined],
  ['9', undefined],
  ['', undefined],
]

describe('what names a release', () => {
  for (const [text, release] of NAMED) test(JSON.stringify(text), () => assert.deepEqual(parseRelease(text), release))

  test('a name that is printed is read again', () => {
    const release = fc.record(
      {
        major: fc.nat(99),
        minor: fc.nat(99),
        distribution: fc.constantFrom('debian' as const, 'ubuntu' as const, 'redhat' as const),
      },
      { requiredKeys: ['major', 'minor'] },
    )
    fc.assert(
      fc.property(release, (asked) => {
        const { major, minor } = asked
        assert.deepEqual(parseRelease(releaseName(asked)), { ...asked })
        assert.deepEqual(parseRelease(releaseNumber(asked)), { major, minor })
      }),
    )
  })

  test('any text is taken', () => fc.assert(fc.property(fc.string(), (text) => void parseRelease(text))))
})

test('the order of releases', () => {
  const order = [
    [6, 2],
    [9, 2],
    [9, 8],
    [9, 9],
    [10, 0],
    [10, 5],
  ] as const
  for (const [i, a] of order.entries())
    for (const [j, b] of order.entries()) {
      assert.equal(Math.sign(compareReleases(a, b)), Math.sign(i - j))
      assert.equal(atLeast({ major: a[0], minor: a[1] }, b), i >= j)
    }
})
