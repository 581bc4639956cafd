import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { allowedUser } from '../../src/openssh/allowed-user.ts'
import { matchAddressList } from '../../src/openssh/address-list.ts'
import { atLeast, type Release } from '../../src/openssh/release.ts'
import { RELEASES } from '../sshd-config/compare.ts'
import { logIn, type Login, SOURCES, USERS } from './logins.ts'

const skip = await skipUnlessHosts()
const NONE = { DenyUsers: [], AllowUsers: [], DenyGroups: [], AllowGroups: [] }

/** Where two implementations of ours once disagreed, and what is odd beside. */
const ODD: readonly Login[] = [
  { lists: { ...NONE, AllowUsers: ['bob@corp@127.5.0.1'] }, user: 'bob@corp', from: '127.5.0.1' },
  { lists: { ...NONE, AllowUsers: ['bob@corp@127.5.0.1'] }, user: 'bob@corp', from: '127.5.0.2' },
  { lists: { ...NONE, AllowUsers: ['bob@corp'] }, user: 'bob@corp', from: '127.5.0.1' },
  { lists: { ...NONE, AllowUsers: ['bob@*'] }, user: 'bob@corp', from: '127.5.0.1' },
  { lists: { ...NONE, DenyGroups: ['dev'] }, user: 'lone', from: '127.5.0.1' },
  { lists: { ...NONE, AllowGroups: ['*'] }, user: 'lone', from: '127.5.0.1' },
  { lists: { ...NONE, DenyGroups: ['4711'] }, user: 'lone', from: '127.5.0.1' },
  { lists: { ...NONE, AllowUsers: ['!bob'] }, user: 'alice', from: '127.5.0.1' },
  { lists: { ...NONE, AllowUsers: ['alice@!127.5.0.2'] }, user: 'alice', from: '127.5.0.1' },
  { lists: { ...NONE, AllowUsers: ['alice@*,!127.5.0.1'] }, user: 'alice', from: '127.5.0.1' },
  { lists: { ...NONE, AllowUsers: ['alice@FD00:2::/32'] }, user: 'alice', from: 'fd00:2::1' },
  { lists: { ...NONE, AllowUsers: ['alice@FD00:2:*'] }, user: 'alice', from: 'fd00:2::1' },
  { lists: { ...NONE, AllowUsers: ['alice@127.327681'] }, user: 'alice', from: '127.5.0.1' },
]

const user = fc.constantFrom(
  'alice',
  'carol',
  'bob@corp',
  'bob',
  'lone',
  'a*',
  '?*',
  '*',
  'b*p',
  '*@corp',
  'Alice',
  '!alice',
)
const place = fc.constantFrom(
  ...SOURCES,
  '127.0.0.0/8',
  '127.5.0.0/30',
  '127.5.*',
  '*',
  'fd00::/8',
  'corp',
  '?27.6*',
  '::/0',
)
const places = fc
  .array(fc.tuple(fc.constantFrom('', '', '!'), place), { minLength: 1, maxLength: 3 })
  .map((all) => all.map((parts) => parts.join('')).join(','))
const entry = fc.oneof(
  user,
  fc.tuple(user, places).map((both) => both.join('@')),
)
const group = fc.constantFrom('alice', 'web', 'ops', 'corp', 'w*', '*', '!web', 'dev', '4711')
const some = (one: fc.Arbitrary<string>) =>
  fc.oneof(fc.constant([]), fc.constant([]), fc.array(one, { minLength: 1, maxLength: 2 }))
const login: fc.Arbitrary<Login> = fc.record({
  lists: fc.record({
    DenyUsers: some(entry),
    AllowUsers: some(entry),
    DenyGroups: some(group),
    AllowGroups: some(group),
  }),
  user: fc.constantFrom(...Object.keys(USERS)),
  from: fc.constantFrom(...SOURCES),
})

/** sshd does not start with a list of hosts that is none. */
function starts({ lists }: Login, release: Release): boolean {
  return [...lists.DenyUsers, ...lists.AllowUsers].every((pattern) => {
    const at = atLeast(release, [9, 9]) ? pattern.lastIndexOf('@') : pattern.indexOf('@')
    return at < 0 || matchAddressList(undefined, pattern.slice(at + 1), release) !== -2
  })
}

describe('whom the lists let in, before the real sshd', { skip }, () => {
  for (const debian of DEFAULT_RELEASES) {
    const release = RELEASES[debian]
    test(`${debian}: the same verdict by the same list`, async () => {
      const logins = [...ODD, ...fc.sample(login, 70)].filter((each) => starts(each, release))
      const real = await logIn(debian, logins)
      assert.equal(real.length, logins.length)
      const differing = logins.flatMap((asked, i) => {
        const { user, from, lists } = asked
        const { verdict, list, log } = real[i]!
        const groups = USERS[user]!
        const told = allowedUser(lists, { user, groups, address: from, host: from }, release)
        const ours = told?.verdict === 'denied' ? told.list : undefined
        // sshd has one reason for whoever is in no group, whichever list asked.
        const same = list === 'no group' ? groups.length === 0 && ours?.endsWith('Groups') : ours === list
        return told?.verdict === verdict && same ? [] : [{ asked, told, log }]
      })
      assert.deepEqual(differing, [])
      const denied = real.filter(({ verdict }) => verdict === 'denied').length
      assert.ok(
        denied > 15 && real.length - denied > 15,
        `both answers are asked for: ${denied} of ${real.length} denied`,
      )
    })
  }
})
