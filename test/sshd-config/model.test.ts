import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { defaultsOf } from '../../src/sshd-config/defaults.ts'
import { effectiveConfig } from '../../src/sshd-config/effective.ts'
import { matchAddressList } from '../../src/openssh/address-list.ts'
import { matchPattern, matchPatternList } from '../../src/openssh/patterns.ts'
import { parseScaled, parseTime } from '../../src/sshd-config/numbers.ts'
import { placeFor, withEdits } from '../../src/sshd-config/place.ts'
import { originText } from '../../src/sshd-config/types.ts'
import type { Connection } from '../../src/sshd-config/types.ts'
import { argvSplit, strdelim } from '../../src/sshd-config/words.ts'
import { RELEASES, caseFiles } from './compare.ts'
import { generateCase } from './generate.ts'
import { NEWEST, type Release } from '../../src/openssh/release.ts'

const D12 = RELEASES.bookworm
const D13 = RELEASES.trixie
const UPSTREAM = NEWEST

const read = (files: Record<string, string>, release = D12, connection?: Connection) =>
  effectiveConfig({ main: '/etc/ssh/sshd_config', files: caseFiles(files), release, ...(connection && { connection }) })

const ALL: Release[] = [
  [7, 4],
  [8, 0],
  [8, 2],
  [8, 4],
  [8, 7],
  [8, 9],
  [9, 6],
  [9, 8],
  [9, 9],
  [10, 1],
  [10, 5],
].map(([major, minor]) => ({ major: major!, minor: minor! }))

describe('who wins', () => {
  const dropIn = {
    sshd_config: 'Include /etc/ssh/sshd_config.d/*.conf\nMaxStartups 10:30:60\nPasswordAuthentication yes\n',
    'sshd_config.d/10-x.conf': 'MaxStartups 20:50:100\nPasswordAuthentication no\n',
  }

  test('a drop-in wins, but for MaxStartups up to 10.0, and that is said', () => {
    for (const release of [D12, D13]) {
      const config = read(dropIn, release)
      assert.deepEqual(config.effective['maxstartups'], ['10:30:60'])
      assert.equal(originText(config.origin['maxstartups']), '/etc/ssh/sshd_config:2')
      assert.deepEqual(config.effective['passwordauthentication'], ['no'])
      const note = config.notes.find((n) => n.id === 'max-startups-last-wins')
      assert.match(note?.says ?? '', /sshd_config\.d\/10-x\.conf:1/)
      const loser = config.lines.find((l) => l.file.endsWith('10-x.conf') && l.canonical === 'maxstartups')
      assert.deepEqual([loser?.took, loser?.why, loser?.wonBy?.line], [false, 'last-wins', 2])
    }
  })

  test('from 10.1 on the drop-in wins there too', () => {
    const config = read(dropIn, UPSTREAM)
    assert.deepEqual(config.effective['maxstartups'], ['20:50:100'])
    assert.deepEqual(config.notes, [])
  })

  test('the first IPQoS line wins from 10.3 on only (servconf.c, 2b0f4a72b)', () => {
    const files = { sshd_config: 'IPQoS ef\nIPQoS af21\n' }
    const won = (minor: number) => read(files, { ...NEWEST, major: 10, minor }).effective['ipqos']
    assert.deepEqual([1, 2, 3].map(won), [['af21 af21'], ['af21 af21'], ['ef ef']])
  })

  test('a satisfied Match wins over all of them, another does not count', () => {
    const files = { sshd_config: `${dropIn.sshd_config}Match User alice\nPasswordAuthentication yes\n`, ...{} }
    assert.deepEqual(read({ ...dropIn, ...files }, D12, { user: 'alice' }).effective['passwordauthentication'], ['yes'])
    const bob = read({ ...dropIn, ...files }, D12, { user: 'bob' })
    assert.deepEqual(bob.effective['passwordauthentication'], ['no'])
    assert.equal(bob.lines.at(-1)?.why, 'no-match')
  })

  test('a Match opened in an included file ends with it', () => {
    const files = {
      sshd_config: 'Include sshd_config.d/*\nPort 2222\nMaxAuthTries 3\n',
      'sshd_config.d/a': 'Match User nobody-here\nMaxAuthTries 9\n',
    }
    for (const user of ['nobody-here', 'alice']) {
      const { effective, errors } = read(files, D13, { user })
      assert.deepEqual(errors, [])
      assert.deepEqual(effective['port'], ['2222'])
      assert.deepEqual(effective['maxauthtries'], [user === 'alice' ? '3' : '9'])
    }
  })

  test('an Include in a block counts for whom the block is for', () => {
    const files = { sshd_config: 'Match User alice\nInclude extra/one\n', 'extra/one': 'MaxSessions 2\n' }
    assert.deepEqual(read(files, D12, { user: 'alice' }).effective['maxsessions'], ['2'])
    assert.deepEqual(read(files, D12, { user: 'bob' }).effective['maxsessions'], ['10'])
  })

  test('a Subsystem that only a satisfied block has crashes 10.0, and that is said', () => {
    const files = { sshd_config: 'Match User alice\nSubsystem x /bin/x\n' }
    assert.deepEqual(
      read(files, D13, { user: 'alice' }).notes.map((n) => n.id),
      ['subsystem-only-in-match'],
    )
    assert.deepEqual(read(files, D13, { user: 'bob' }).notes, [])
  })

  test('the guide’s famous line keeps sshd from starting, and its note names the line', () => {
    const { errors } = read({ sshd_config: 'Port 22\nPasswordAuthentication noPubkeyAuthentication yes\n' })
    assert.deepEqual(errors, [
      { file: '/etc/ssh/sshd_config', line: 2, says: 'unsupported option "noPubkeyAuthentication".', fatal: true },
    ])
  })

  test('a word of a newer release is known for what it is; a slip of the hand has a proposal', () => {
    const ids = (text: string) => read({ sshd_config: text }).notes.map((n) => n.id)
    assert.deepEqual(ids('PerSourcePenalties no\n'), ['keyword-of-newer-release'])
    const { notes } = read({ sshd_config: 'PermitRootLogn no\n' })
    assert.match(notes[0]?.says ?? '', /permitrootlogin/)
  })

  test('a configuration that includes itself ends', () => {
    const { errors } = read({ sshd_config: 'Include sshd_config sshd_config\n' })
    assert.equal(errors.at(-1)?.says, 'Too many recursive configuration includes')
  })

  test('an empty file is the defaults, in every release', () => {
    for (const release of [...ALL, D12, D13]) {
      const { effective, origin } = read({ sshd_config: '' }, release)
      const { listenaddress, ...rest } = effective
      assert.deepEqual(rest, defaultsOf(release))
      assert.deepEqual(listenaddress, ['[::]:22', '0.0.0.0:22'])
      assert.ok(Object.values(origin).every((from) => from === 'default'))
    }
  })
})

describe('what is read, byte by byte', () => {
  const bytes = fc.string({ unit: 'binary', maxLength: 400 })

  test('no text makes it throw, in any release, and every value says where it comes from', () => {
    fc.assert(
      fc.property(bytes, bytes, fc.constantFrom(...ALL, D12, D13), (main, dropIn, release) => {
        const config = read({ sshd_config: `Include sshd_config.d/*\n${main}`, 'sshd_config.d/a': dropIn }, release, {
          user: 'a',
        })
        assert.deepEqual(Object.keys(config.effective).sort(), Object.keys(config.origin).sort())
      }),
      { numRuns: 300 },
    )
  })

  test('configurations of every kind keep the shape: as many origins as values, places that are', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.constantFrom(...ALL, D12, D13), (seed, release) => {
        const { files, connection } = generateCase(seed, 'trixie')
        const config = read({ ...files }, release, connection)
        for (const [keyword, values] of Object.entries(config.effective)) {
          assert.equal(config.origins[keyword]?.length, values.length, keyword)
          for (const from of config.origins[keyword]!) {
            if (from === 'default') continue
            const line = config.lines.find((l) => l.file === from.file && l.line === from.line && l.took)
            assert.ok(line, `${keyword} comes from ${originText(from)}, which did not take`)
          }
        }
        for (const line of config.lines) assert.equal(line.took, line.why === undefined, JSON.stringify(line))
      }),
      { numRuns: 300 },
    )
  })

  test('words survive being quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }), (words) => {
        const clean = words.map((w) => w.replace(/[\r\n]/g, ' '))
        const text = clean.map((w) => `"${w.replace(/["\\]/g, (c) => `\\${c}`)}"`).join(' ')
        // A backslash before a quote of the other kind is an escape too.
        if (/\\'/.test(text)) return
        assert.deepEqual(argvSplit(text), clean)
      }),
    )
  })

  test('strdelim always moves on', () => {
    fc.assert(
      fc.property(bytes, (text) => {
        const rest = { text: text as string | undefined }
        for (let i = 0; i <= text.length + 1 && rest.text !== undefined; i++) {
          const before = rest.text.length
          strdelim(rest)
          if (rest.text === '') return
          assert.ok(rest.text === undefined || rest.text.length < before)
        }
        assert.equal(rest.text, undefined)
      }),
    )
  })
})

describe('small parts', () => {
  test('patterns mean what a slow and obvious reading says', () => {
    const slow = (text: string, pattern: string): boolean => {
      if (pattern === '') return text === ''
      if (pattern[0] === '*') return slow(text, pattern.slice(1)) || (text !== '' && slow(text.slice(1), pattern))
      return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && slow(text.slice(1), pattern.slice(1))
    }
    const short = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 7 })
    fc.assert(
      fc.property(short, short, (text, pattern) => assert.equal(matchPattern(text, pattern), slow(text, pattern))),
    )
  })

  test('lists of patterns', () => {
    assert.equal(matchPatternList('root', '!root,*'), -1)
    assert.equal(matchPatternList('root', '*,!root'), -1)
    assert.equal(matchPatternList('alice', '!root,*'), 1)
    assert.equal(matchPatternList('alice', '!root'), 0)
    assert.equal(matchPatternList('web.example.org', '*.EXAMPLE.org', true), 1)
  })

  test('addresses', () => {
    const cases: [string, string, number][] = [
      ['10.1.2.3', '10.0.0.0/8', 1],
      ['10.1.2.3', '!10.1.0.0/16,10.0.0.0/8', -1],
      ['10.1.2.3', '10.0.0.0/8,!10.1.0.0/16', -1],
      ['10.1.2.3', '10.1.*', 1],
      ['10.1.2.3', '2001:db8::/32', 0],
      ['2001:db8::5', '2001:db8::/32', 1],
      ['10.1.2.3', '10.0.0.1/8', -2],
      ['10.1.2.3', '192.0.2.0/33', -2],
      ['10.1.2.3', '', -2],
      ['10.1.2.3', 'foo', 0],
    ]
    for (const [address, list, found] of cases)
      assert.equal(matchAddressList(address, list, D12), found, `${address} in ${list}`)
  })

  test('times and sizes', () => {
    assert.deepEqual(
      ['90', '2m', '1h30m', '1w', '', '5x', '99999999999'].map((text) => parseTime(text, D12)),
      [90, 120, 5400, 604800, undefined, undefined, undefined],
    )
    assert.equal(parseScaled('1.5K'), 1536n)
    assert.equal(parseScaled('2g'), 2147483648n)
    assert.equal(parseScaled('1Q'), 'Invalid argument')
  })
})

describe('where a line has to stand', () => {
  test('wherever we say, it wins there', () => {
    const wanted = fc.constantFrom(
      { keyword: 'MaxStartups', value: '77:30:99' },
      { keyword: 'LoginGraceTime', value: '33' },
      { keyword: 'PasswordAuthentication', value: 'no' },
      { keyword: 'UseDNS', value: 'no' },
    )
    fc.assert(
      fc.property(fc.nat(1e9), wanted, fc.constantFrom(D12, D13, UPSTREAM), (seed, want, release) => {
        const { files, connection } = generateCase(seed, 'bookworm')
        const question = {
          main: '/etc/ssh/sshd_config',
          files: caseFiles(files),
          release,
          ...(connection && { connection }),
        }
        const before = effectiveConfig(question)
        if (before.errors.some((e) => e.fatal)) return
        const edit = placeFor(question, before, want)
        if (!edit) {
          // AuthenticationMethods that ask for a password, say: there is no place only because sshd would not start with the line.
          const top = { file: question.main, how: 'insert', line: 1, text: `${want.keyword} ${want.value}` } as const
          const stopped = effectiveConfig({ ...question, files: withEdits(question.files, [top]) })
          assert.ok(
            stopped.errors.some((e) => e.fatal),
            `no place for ${want.keyword} with seed ${seed}`,
          )
          return
        }
        const after = effectiveConfig({ ...question, files: withEdits(question.files, [edit]) })
        assert.deepEqual(after.effective[want.keyword.toLowerCase()], [want.value])
      }),
      { numRuns: 200 },
    )
  })

  test('on Debian a drop-in of ours, but for MaxStartups that the main file sets', () => {
    const files = caseFiles({
      sshd_config: 'Include /etc/ssh/sshd_config.d/*.conf\nMaxStartups 10:30:60\nUseDNS yes\n',
      'sshd_config.d/10-x.conf': 'UseDNS yes\n',
    })
    const question = { main: '/etc/ssh/sshd_config', files, release: D12 }
    const config = effectiveConfig(question)
    const place = (keyword: string, value: string) => placeFor(question, config, { keyword, value })
    assert.deepEqual(place('MaxStartups', '10:30:100'), {
      file: '/etc/ssh/sshd_config',
      how: 'replace',
      line: 2,
      text: 'MaxStartups 10:30:100',
    })
    assert.equal(place('LoginGraceTime', '30')?.file, '/etc/ssh/sshd_config.d/00-sshmedic.conf')
    assert.deepEqual(place('UseDNS', 'no')?.file, '/etc/ssh/sshd_config.d/10-x.conf')
  })
})

test('a byte-order mark is said to be one', () => {
  const config = read({ sshd_config: '\uFEFFPort 22\nUsePAM yes\n' })
  assert.deepEqual(
    config.notes.map(({ id }) => id),
    ['byte-order-mark'],
  )
  assert.equal(config.errors[0]?.says, 'Bad configuration option: \\357\\273\\277Port')
})
