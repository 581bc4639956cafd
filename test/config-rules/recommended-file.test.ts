// A file as it is recommended passes the audit that recommended it.
import { deepEqual, equal, ok } from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Edit } from '../../src/core/remedy.ts'
import { adviceOf } from '../../src/knowledge/config-rules/advice.ts'
import { audit } from '../../src/knowledge/config-rules/audit.ts'
import { SEVERITIES } from '../../src/knowledge/config-rules/types.ts'
import type { Finding } from '../../src/knowledge/config-rules/types.ts'
import type { Release } from '../../src/openssh/release.ts'
import { effectiveConfig } from '../../src/sshd-config/effective.ts'
import type { ConfigQuestion } from '../../src/sshd-config/effective.ts'
import { keywordOf } from '../../src/sshd-config/keywords.ts'
import { withEdits } from '../../src/sshd-config/place.ts'
import { caseFiles, RELEASES } from '../sshd-config/compare.ts'
import { generateCase } from '../sshd-config/generate.ts'
import type { JudgedCase } from '../sshd-config/judge.ts'
import { EXAMPLES } from './examples.ts'

const MAIN = '/etc/ssh/sshd_config'
const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity)

/** All lines of one advice written at once, as somebody does who follows it from the first to the last. */
function written(question: ConfigQuestion, edits: readonly Edit[]): ConfigQuestion {
  const order = ['replace', 'create', 'insert']
  const sorted = edits.toSorted((a, b) => order.indexOf(a.how) - order.indexOf(b.how))
  return { ...question, files: withEdits(question.files, sorted) }
}

/** What is wrong with the recommended file: nothing, where each of its findings was there before, or is slighter than what was mended. */
function complaints({ files, connection }: JudgedCase, release: Release, host = {}): string[] {
  const question: ConfigQuestion = {
    main: MAIN,
    files: caseFiles(files),
    release,
    ...(connection && { connection }),
  }
  const config = effectiveConfig(question)
  // Refused lines come first: until they are mended, nobody knows which of the others count.
  if (config.errors.some(({ fatal }) => fatal)) return []
  const before = audit(config, host)
  const { advice, advisedLater } = adviceOf(before, question, config)
  const lines = [...advice, ...advisedLater].filter(({ place }) => place !== undefined)
  if (lines.length === 0) return []
  const changed = effectiveConfig(
    written(
      question,
      lines.map(({ place }) => place!),
    ),
  )
  const after = audit(changed, host)
  const nameOf = (keyword: string) => keywordOf(keyword, release)!.name
  const mended = Math.max(...before.filter(({ recommend }) => recommend !== undefined).map(rank))
  const same = (a: Finding, b: Finding) => a.id === b.id && a.keywords[0] === b.keywords[0]
  const anew = after
    .filter((finding) => rank(finding) >= mended)
    .filter((finding) => !before.some((one) => same(one, finding) && rank(one) >= rank(finding)))
    .map(({ id, says }) => `anew: ${id}: ${says}`)
  const against = after
    .filter(({ recommend }) =>
      lines.some(
        ({ keyword, value }) =>
          recommend !== undefined && nameOf(recommend.keyword) === nameOf(keyword) && recommend.value !== value,
      ),
    )
    .map(({ id, recommend }) => `against: ${id} wants ${recommend!.keyword} ${recommend!.value}`)
  const left = after
    .filter((finding) =>
      before.some(
        (one) =>
          one.recommend !== undefined &&
          one.severity !== 'note' &&
          same(one, finding) &&
          one.says === finding.says &&
          lines.some(({ keyword }) => nameOf(keyword) === nameOf(one.recommend!.keyword)),
      ),
    )
    .map(({ id, says }) => `left: ${id}: ${says}`)
  const refused = changed.errors.some(({ fatal }) => fatal)
  const wrote = lines.map(({ keyword, value }) => `${keyword} ${value}`).join(' | ')
  return [...anew, ...against, ...left, ...(refused ? ['refused'] : [])].map((each) => `${each} (written: ${wrote})`)
}

const ALL: readonly Release[] = [
  { major: 6, minor: 6 },
  { major: 7, minor: 4, distribution: 'redhat' },
  { major: 8, minor: 0, distribution: 'redhat' },
  { major: 8, minor: 2, distribution: 'ubuntu' },
  RELEASES.bookworm,
  { major: 9, minor: 6, distribution: 'ubuntu' },
  { major: 9, minor: 8 },
  RELEASES.trixie,
  { major: 10, minor: 5 },
]
const LINES = [...new Set(Object.values(EXAMPLES).flatMap((each) => each.flatMap(({ text }) => text.split('\n'))))]
const HOSTS = [
  ...Object.values(EXAMPLES).flatMap((each) => each.flatMap(({ host }) => (host ? [host] : []))),
  { exposed: true, present: 'alice' },
  { exposed: true, present: 'root', rootOnly: true },
  {},
]
const LISTS = ['Ciphers', 'MACs', 'KexAlgorithms', 'HostKeyAlgorithms', 'PubkeyAcceptedAlgorithms']
const NAMES = [
  '-*',
  '3des-cbc',
  '3des-cbc,aes128-cbc',
  'aes256-ctr,3des-cbc',
  'hmac-md5',
  'hmac-sha1',
  'hmac-sha2-512',
  'diffie-hellman-group1-sha1',
  'diffie-hellman-group14-sha1,curve25519-sha256',
  'ssh-rsa',
  'ssh-dss,ssh-ed25519',
  '+ssh-rsa',
  'chacha20-poly1305@openssh.com',
  '-aes*',
  '-hmac*,umac*',
]
const NUMBERS = ['0', '1', '2', '3', '5', '10', '20', '30', '60', '100', '500', '1000', '4096', '100000']

describe('a recommended file', () => {
  test('of lines of every rule, in every release', () => {
    const line = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...LINES) },
      fc.tuple(fc.constantFrom(...LISTS), fc.constantFrom(...NAMES)).map((words) => words.join(' ')),
      fc
        .tuple(
          fc.constantFrom(
            'MaxStartups',
            'LoginGraceTime',
            'MaxAuthTries',
            'MaxSessions',
            'ClientAliveInterval',
            'ClientAliveCountMax',
            'RequiredRSASize',
            'PerSourceMaxStartups',
          ),
          fc.constantFrom(...NUMBERS),
        )
        .map((words) => words.join(' ')),
      fc
        .tuple(fc.constantFrom(...NUMBERS), fc.constantFrom('1', '30', '60', '100'), fc.constantFrom(...NUMBERS))
        .map((numbers) => `MaxStartups ${numbers.join(':')}`),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.array(line, { maxLength: 10 }),
        fc.constantFrom(...HOSTS),
        (release, lines, host) => {
          deepEqual(complaints({ files: { sshd_config: `${lines.join('\n')}\n` } }, release, host), [])
        },
      ),
      { numRuns: 200 },
    )
  })

  test('of generated configurations with drop-ins, Includes and Match blocks', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('bookworm' as const, 'trixie' as const), (seed, release) => {
        deepEqual(complaints(generateCase(seed, release), RELEASES[release]), [])
      }),
      { numRuns: 100 },
    )
  })
})

describe('findings know of each other', () => {
  const lines = (text: string, release: Release = RELEASES.trixie) => {
    const files = caseFiles({ sshd_config: `${text}\n` })
    return audit(effectiveConfig({ main: MAIN, files, release })).flatMap(({ id, recommend }) =>
      recommend ? [`${id}: ${recommend.keyword} ${recommend.value}`] : [],
    )
  }
  const of = (keyword: string, text: string, release?: Release) => [
    ...new Set(lines(text, release).flatMap((line) => (line.includes(`: ${keyword} `) ? [line.split(': ')[1]!] : []))),
  ]

  test('one line a keyword', () => {
    deepEqual(of('Ciphers', 'Ciphers 3des-cbc'), ['Ciphers -3des-cbc'])
    deepEqual(of('Ciphers', 'Ciphers 3des-cbc,aes128-cbc'), ['Ciphers -3des-cbc,aes128-cbc'])
    deepEqual(of('Ciphers', 'Ciphers aes256-ctr,aes128-ctr,3des-cbc,aes128-cbc'), ['Ciphers aes256-ctr,aes128-ctr'])
    deepEqual(of('MaxStartups', 'MaxStartups 4096'), ['MaxStartups 250:30:500'])
    deepEqual(of('MaxStartups', 'MaxStartups 8192'), ['MaxStartups 250:30:500'])
    deepEqual(of('MaxStartups', 'MaxStartups 20:50:100'), ['MaxStartups 20:30:100'])
  })

  test('what adds up is mended line by line', () => {
    deepEqual(
      complaints({ files: { sshd_config: 'AcceptEnv LANG\nAcceptEnv *\nAcceptEnv LD_*\n' } }, RELEASES.trixie),
      [],
    )
  })

  test('an empty list goes back to the default', () => {
    deepEqual(of('Ciphers', 'Ciphers -*'), ['Ciphers +aes128-gcm@openssh.com'])
    equal(of('MACs', 'MACs -*').length, 1)
    ok(!lines('MACs -*').some((line) => line.includes('-*')))
  })
})
