import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAULTS } from '../../src/knowledge/faults.ts'
import { PARTINGS } from '../../src/knowledge/partings.ts'
import { SIGNS } from '../../src/knowledge/signs.ts'
import { forEach, must } from '../do-this.ts'
import { textsOf } from './texts.ts'

/** Every room that prints, and what facts and probes say: questions, reasons, titles, descriptions. Scripts are texts as well. */
const PRINTED = [
  'src/{knowledge,probes,logs,core,remedies,diagnose,report,cli,medic,access,sshd-config}/**/*.ts',
  'src/openssh/startups/*.ts',
]

/** A clause that should have a subject somebody can see; a heading has no full stop, a question a mark of its own. */
const CLAUSE = /^(?:Whom|What|Who|Whoever) (?:[^.?!]|\.(?=\S))*\./
/** Evidence is read on its own line: what is meant has to be in it. */
const NAMELESS = /^(?:it|its|they|whom|what|who|whoever) /i

const BAD: readonly [RegExp, string][] = [
  [/(?<!\b[Tt]here )\b(?:is|are) none(?: of (?:those|them|the))?\b(?! left)/, 'say "is not a …" or "is not among …"'],
  [/(?<!\b[Tt]here |\d )\b(?:is|are) no (?!longer\b|more\b)|\b(?:as|of) no (?:SSH|private key)\b/, 'say "is not a …"'],
  [/\bso many of so many\b/, 'say "how many of how many", or the numbers'],
  [/\bfor want of\b/, 'say "because there is no …"'],
  [/\bsays? not a word\b/, 'say "says nothing"'],
  [
    /(?:^|[:;] |\b(?:[Oo]f|[Tt]o|[Ff]or|[Bb]y|[Ff]rom|[Ww]ith) )who(?:m|ever)? (?:has|have|does|do|can|may|comes?|is)\b/,
    'name the person: "a user who …"',
  ],
  [/\bwhom it\b/, 'turn the sentence round: subject, verb, object'],
  [/\b(?:and|but) none of (?:yours|ours|mine|them)\b/, 'say "not one of …"'],
  [/\bbe had\b(?! by)/, 'say "could not be seen", "cannot be read"'],
  [/\bunto\b|\bthereof\b|\bwhereof\b|\bto wit\b|\bsave that\b/, 'say it in words of today'],
]

const todo = (why: string): string =>
  `write the sentence with subject, verb and object in sight (${why}); design: plain English`

/** What is wrong with a text that is printed; undefined where nothing is. */
function wrongWith(text: string): { words: string; why: string } | undefined {
  for (const sentence of sentencesOf(text)) {
    const clause = CLAUSE.exec(sentence)
    if (clause) return { words: clause[0], why: 'no sentence begins with whom, what or who as a clause' }
  }
  for (const [pattern, why] of BAD) {
    const found = pattern.exec(text)
    if (found) return { words: found[0], why }
  }
  return undefined
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]) +(?=[A-Z])|\n+/)

test('no text that is printed makes a tired reader stumble', () => {
  const texts = textsOf(PRINTED)
  assert.ok(texts.length > 1500, `only ${texts.length} texts were found; do this: see why textsOf reads so few`)
  forEach(texts, ({ file, line, text }) => {
    const wrong = wrongWith(text)
    must(wrong === undefined, `${file}:${line} prints ${JSON.stringify(wrong?.words)}`, todo(wrong?.why ?? ''))
  })
})

test('evidence names what it speaks of', () => {
  const lines = [
    ...SIGNS.flatMap(({ id, says }) =>
      Object.entries(says).map(([value, text]) => [`sign ${id}=${value}`, text] as const),
    ),
    ...FAULTS.flatMap(({ id, excludedBy = {} }) =>
      Object.entries(excludedBy).map(([reading, text]) => [`fault ${id}, excluded by ${reading},`, text] as const),
    ),
    ...PARTINGS.map(({ says }) => ['parting', says] as const),
  ]
  assert.ok(lines.length > 300)
  forEach(lines, ([where, text]) => {
    must(
      !NAMELESS.test(text),
      `${where} says "${text}"`,
      todo('name the server, the host, the account that it speaks of'),
    )
  })
})

test('the rule catches what it was made for, and lets be what is well', () => {
  for (const bad of [
    'whom it turns away it tells so',
    "To who has such a key it looks like a wrong one: 'Permission denied'.",
    "'x' is none.",
    'What listens there speaks HTTP.',
    'Who can write into a home can then log in as its owner.',
    'LoginGraceTime is 9 s: who has not logged in by then is cut off.',
    'X11 is forwarded for who asks. Off, it is for who may.',
    'authorized_keys has keys, and none of yours',
    'the kernel kills processes for want of memory',
  ])
    assert.ok(wrongWith(bad), bad)
  for (const good of [
    'What to do',
    'What was seen',
    'Who is it?',
    'The server has no such account.',
    'Anybody who can write into a home can then log in as its owner.',
    'Looked from within as bob, who may not become root (sudo -n): logs stay partly unseen.',
    'no file descriptor is left for a new connection',
  ])
    assert.equal(wrongWith(good), undefined, good)
})
