// What --recommend would have written, written, and laid before the real sshd.
import { deepEqual, equal, ok } from 'node:assert/strict'
import { describe, test } from 'node:test'
import { adviceOf } from '../../src/knowledge/config-rules/advice.ts'
import { audit } from '../../src/knowledge/config-rules/audit.ts'
import { EXAMPLES } from '../config-rules/examples.ts'
import { effectiveConfig } from '../../src/sshd-config/effective.ts'
import { withEdits } from '../../src/sshd-config/place.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import type { Release } from '../../lab/hosts/release.ts'
import { RELEASES, caseFiles } from './compare.ts'
import { generateCase } from './generate.ts'
import { judge } from './judge.ts'
import type { JudgedCase } from './judge.ts'

const MAIN = '/etc/ssh/sshd_config'
const skip = await skipUnlessHosts()
const COUNT = 120

function advised(release: Release, { files, connection }: JudgedCase, present?: string) {
  const question = {
    main: MAIN,
    files: caseFiles(files),
    release: RELEASES[release],
    ...(connection && { connection }),
  }
  const config = effectiveConfig(question)
  const { advice, advisedLater } = adviceOf(audit(config, present === undefined ? {} : { present }), question, config)
  return { question, config, advice, advisedLater }
}

/** Edits of one configuration one after the other: each finds its place in what the others left. */
function written(release: Release, asked: JudgedCase): { case_: JudgedCase; lines: [string, string][] } {
  const files = { ...asked.files }
  const lines: [string, string][] = []
  for (let i = 0; i < 40; i++) {
    const { question, advice, advisedLater } = advised(release, { ...asked, files })
    const next = [...advice, ...advisedLater].find(({ keyword, place }) => place && !lines.some(([k]) => k === keyword))
    if (!next) break
    const path = next.place!.file
    files[path.replace('/etc/ssh/', '')] = withEdits(question.files, [next.place!]).readFile(path)!
    lines.push([next.keyword, next.value])
  }
  return { case_: { ...asked, files }, lines }
}

describe('what is recommended', { skip }, () => {
  for (const release of DEFAULT_RELEASES)
    test(`the sshd of ${release} takes it and does as it says`, async () => {
      const examples = Object.values(EXAMPLES)
        .flat()
        .filter(({ text, files, host }) => !files && !host && !text.includes('HostKey /'))
        .map(({ text }): JudgedCase => ({ files: { sshd_config: `${text}\n` } }))
      const generated = Array.from({ length: COUNT }, (_, i) => generateCase(770_000 + i, release))
      const cases = [...examples, ...generated]
      const before = await judge(release, cases)
      const changed = cases.map((each) => written(release, each))
      const after = await judge(
        release,
        changed.map(({ case_ }) => case_),
      )
      let seen = 0
      for (const [i, { lines, case_ }] of changed.entries()) {
        if (before[i]!.status !== 0) continue
        equal(after[i]!.status, 0, `${after[i]!.err}\n${JSON.stringify(case_, null, 1)}`)
        for (const [keyword, value] of lines) {
          const has = after[i]!.effective[keyword.toLowerCase()] ?? []
          if (/[-+]/.test(value[0]!) || /^(?:include|acceptenv|authorizedkeysfile)$/i.test(keyword)) continue
          seen++
          ok(same(keyword, has, value), `${keyword} ${value}: sshd has ${has}\n${JSON.stringify(case_, null, 1)}`)
        }
      }
      ok(seen > 100)
    })
})

/** Words of sshd_config and how -T prints them. */
function same(keyword: string, has: readonly string[], value: string): boolean {
  const printed: Record<string, string> = { 'prohibit-password': 'without-password', sha256: 'SHA256', delayed: 'yes' }
  if (keyword === 'PerSourcePenalties') return has[0] !== 'no'
  return has.includes(value) || has.includes(printed[value] ?? '')
}

describe('nobody who asks is shut out', () => {
  const hard = 'PermitRootLogin yes\nStrictModes no\nPermitEmptyPasswords yes\nMaxAuthTries 50\nLoginGraceTime 0\n'
  const keywords = (present?: string) => {
    const { advice, advisedLater } = advised('bookworm', { files: { sshd_config: hard } }, present)
    return [advice, advisedLater].map((list) => list.map(({ keyword }) => keyword).sort())
  }

  test('root is not told to forbid passwords to root before a key was tried', () => {
    deepEqual(keywords('root'), [
      ['ClientAliveInterval', 'LoginGraceTime'],
      ['MaxAuthTries', 'PermitEmptyPasswords', 'PermitRootLogin', 'StrictModes', 'UsePAM'],
    ])
  })

  test('others are; and nobody is spared whom nobody knows', () => {
    ok(keywords('alice')[0]!.includes('PermitRootLogin'))
    deepEqual(keywords()[1], [])
  })

  test('algorithms that every common client can do without may go at once', () => {
    const text =
      'Ciphers +3des-cbc\nKexAlgorithms diffie-hellman-group1-sha1,diffie-hellman-group14-sha1\nPubkeyAcceptedAlgorithms +ssh-rsa\n'
    const { advice, advisedLater } = advised('bookworm', { files: { sshd_config: text } }, 'alice')
    // The exchanges that are left are old ones alone: the default list goes in their place, which every common client can do.
    for (const name of ['Ciphers', 'KexAlgorithms'])
      ok(
        advice.some(({ keyword }) => keyword === name),
        name,
      )
    ok(advisedLater.some(({ keyword }) => keyword === 'PubkeyAcceptedAlgorithms'))
  })
})
