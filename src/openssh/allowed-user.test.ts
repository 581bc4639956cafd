import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allowedUser, type Comer, loginLists, type LoginLists } from './allowed-user.ts'
import { matchHostAndAddress } from './host-patterns.ts'
import type { Release } from './release.ts'

const V9_2: Release = { major: 9, minor: 2 }
const V10_0: Release = { major: 10, minor: 0 }
const NONE: LoginLists = { DenyUsers: [], AllowUsers: [], DenyGroups: [], AllowGroups: [] }
const ALICE: Comer = { user: 'alice', groups: ['alice', 'web'], address: '10.1.2.3', host: '10.1.2.3' }

const verdict = (lists: Partial<LoginLists>, comer: Comer = ALICE, release?: Release) =>
  allowedUser({ ...NONE, ...lists }, comer, release)?.verdict

test("sshd's lists, in sshd's order", () => {
  assert.equal(verdict({}), 'allowed')
  assert.equal(verdict({ DenyUsers: ['al*'], AllowUsers: ['alice'] }), 'denied')
  assert.equal(verdict({ AllowUsers: ['bob', 'a?ice'] }), 'allowed')
  assert.equal(verdict({ AllowUsers: ['Alice'] }), 'denied')
  assert.equal(verdict({ AllowUsers: ['alice@10.1.0.0/16'] }), 'allowed')
  assert.equal(verdict({ AllowUsers: ['alice@10.2.0.0/16'] }), 'denied')
  assert.equal(verdict({ AllowUsers: ['alice@*,!10.1.2.3'] }), 'denied')
  assert.equal(verdict({ AllowUsers: ['alice@10.1.*'] }), 'allowed')
  assert.equal(verdict({ DenyGroups: ['w*'], AllowGroups: ['alice'] }), 'denied')
  assert.equal(verdict({ AllowGroups: ['sudo'] }), 'denied')
})

test('the list that refuses, and why', () => {
  assert.deepEqual(allowedUser({ ...NONE, DenyUsers: ['bob', 'al*'] }, ALICE), {
    verdict: 'denied',
    list: 'DenyUsers',
    rule: 'DenyUsers al*',
  })
  assert.deepEqual(allowedUser({ ...NONE, AllowGroups: ['sudo', 'ops'] }, ALICE), {
    verdict: 'denied',
    list: 'AllowGroups',
    rule: "none of the user's groups is in AllowGroups sudo ops",
  })
})

test('what hangs on something unknown stays open, and what does not is told', () => {
  const unseen: Comer = { user: 'alice' }
  assert.equal(verdict({ AllowUsers: ['alice@10.1.0.0/16'] }, unseen), undefined)
  assert.equal(verdict({ AllowGroups: ['sudo'] }, unseen), undefined)
  assert.equal(verdict({ DenyUsers: ['alice@10.9.9.9'] }, unseen), undefined)
  assert.equal(verdict({ DenyUsers: ['alice@10.9.9.9'], AllowUsers: ['bob'] }, unseen), 'denied')
  assert.equal(verdict({ AllowUsers: ['alice'] }, unseen), 'allowed')
  // With UseDNS the name may be anything.
  const nameless: Comer = { user: 'alice', address: '10.1.2.3' }
  assert.equal(verdict({ AllowUsers: ['alice@*.example.com'] }, nameless), undefined)
  assert.equal(verdict({ AllowUsers: ['alice@10.2.*'] }, nameless), 'denied')
})

test('the user ends at the first @ up to 9.8, at the last from 9.9 on', () => {
  const corp: Comer = { user: 'bob@corp', groups: [], address: '203.0.113.7', host: '203.0.113.7' }
  const lists = { AllowUsers: ['bob@corp@203.0.113.7'] }
  assert.equal(verdict(lists, corp, V9_2), 'denied')
  assert.equal(verdict(lists, corp, V10_0), 'allowed')
  assert.equal(verdict(lists, corp), undefined)
  assert.equal(verdict({ AllowUsers: ['carol@corp@203.0.113.7'] }, corp), 'denied')
})

test('a user in no group is kept out by any list of groups, and a number is no group', () => {
  for (const groups of [[], ['4711']]) {
    assert.equal(verdict({ DenyGroups: ['dev'] }, { ...ALICE, groups }), 'denied')
    assert.equal(verdict({ AllowGroups: ['*'] }, { ...ALICE, groups }), 'denied')
    assert.equal(verdict({ AllowUsers: ['alice'] }, { ...ALICE, groups }), 'allowed')
  }
})

test('the lists of sshd -T, in one line or in many', () => {
  assert.deepEqual(loginLists({ allowusers: ['a b', 'c'], denygroups: ['x'] }), {
    ...NONE,
    AllowUsers: ['a', 'b', 'c'],
    DenyGroups: ['x'],
  })
})

test('what is told without an address, a name or a release holds whatever they turn out to be', () => {
  const entry = fc
    .array(
      fc.constantFrom('alice', 'al*', '@', '!', '10.1.2.3', '10.1.0.0/16', '10.1.*', '*', ',', 'host.example', '::/0'),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''))
  const lists = fc.record({
    DenyUsers: fc.array(entry, { maxLength: 2 }),
    AllowUsers: fc.array(entry, { maxLength: 2 }),
    DenyGroups: fc.array(fc.constantFrom('web', 'w*', 'ops'), { maxLength: 1 }),
    AllowGroups: fc.array(fc.constantFrom('web', 'w*', 'ops'), { maxLength: 1 }),
  })
  const whole = fc.record({
    user: fc.constantFrom('alice', 'bob', 'alice@10.1.2.3'),
    groups: fc.subarray(['web', 'ops']),
    address: fc.constantFrom('10.1.2.3', '10.2.0.1', '2001:db8::1'),
    host: fc.constantFrom('host.example', 'evil.example'),
  })
  fc.assert(
    fc.property(lists, whole, fc.subarray(['groups', 'address', 'host'] as const), (asked, comer, forgotten) => {
      const less: Partial<typeof comer> & { user: string } = { ...comer }
      for (const each of forgotten) delete less[each]
      const told = allowedUser(asked, less)
      if (told === undefined) return
      for (const release of [V9_2, V10_0]) assert.equal(allowedUser(asked, comer, release)?.verdict, told.verdict)
    }),
    { numRuns: 5000 },
  )
})

test('a list of hosts that sshd refuses holds nobody', () => {
  for (const bad of ['10.1.2.3/8', '', '10.0.0.0/8,', '!'])
    assert.equal(matchHostAndAddress({ address: '10.1.2.3', host: 'a' }, bad, V10_0), false, bad)
})
