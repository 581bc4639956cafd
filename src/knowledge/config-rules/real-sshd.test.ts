import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { skipUnlessHosts } from '../../../lab/hosts/available.ts'
import type { Release as DebianRelease } from '../../../lab/hosts/release.ts'
import { judge } from '../../../test/sshd-config/judge.ts'
import { effectiveConfig } from '../../sshd-config/effective.ts'
import { audit } from './audit.ts'
import { EXAMPLES } from '../../../test/config-rules/examples.ts'
import type { Release } from '../../openssh/release.ts'

const MAIN = '/etc/ssh/sshd_config'
const SSHDS: readonly (readonly [DebianRelease, Release])[] = [
  ['bookworm', { major: 9, minor: 2, distribution: 'debian' }],
  ['trixie', { major: 10, minor: 0, distribution: 'debian' }],
]
const skip = await skipUnlessHosts()

describe('the audit before the real sshd', { skip }, () => {
  for (const [name, release] of SSHDS)
    test(`${name} takes all that is recommended to it, and refuses what the audit says it refuses`, async () => {
      const texts = [...new Set(Object.values(EXAMPLES).flatMap((each) => each.map(({ text }) => text)))].filter(
        // Keys that are not there keep sshd from starting as well; that is the file system's doing and not the file's.
        (text) => !text.includes('HostKey /'),
      )
      const audits = texts.map((text) => {
        const files = { readFile: (path: string) => (path === MAIN ? `${text}\n` : undefined), glob: () => [] }
        return audit(effectiveConfig({ main: MAIN, files, release }))
      })
      const lines = new Set(
        audits.flat().flatMap(({ recommend }) => (recommend ? [`${recommend.keyword} ${recommend.value}`] : [])),
      )
      assert.ok(lines.size > 20)
      const asked = [...texts, ...lines].map((text) => ({ files: { sshd_config: `${text}\n` } }))
      const judged = await judge(name, asked)
      texts.forEach((text, i) => {
        const refused = audits[i]!.some(({ id }) => id === 'line-refused')
        assert.equal(judged[i]!.status !== 0, refused, `${text}: ${judged[i]!.err}`)
      })
      ;[...lines].forEach((line, i) => {
        const { status, err } = judged[texts.length + i]!
        assert.deepEqual([status, err], [0, ''], line)
      })
    })
})
