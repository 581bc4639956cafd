import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judgeWrappers } from './tcp-wrappers.ts'

const judge = (allow: string, deny: string, address?: string) =>
  judgeWrappers(
    { path: 'allow', text: allow },
    { path: 'deny', text: deny },
    { daemon: 'sshd', ...(address && { address }) },
  )

const TABLE: [allow: string, deny: string, address: string, verdict: string, rule?: string][] = [
  ['', '', '192.0.2.1', 'no-rules'],
  ['', '# ALL: ALL\n', '192.0.2.1', 'no-rules'],
  ['', 'vsftpd: ALL\n', '192.0.2.1', 'no-rules'],
  ['', 'ALL: ALL\n', '192.0.2.1', 'denies', 'deny: ALL: ALL'],
  ['sshd: 192.0.2.\n', 'ALL: ALL\n', '192.0.2.1', 'allows', 'allow: sshd: 192.0.2.'],
  ['sshd: 192.0.2.\n', 'ALL: ALL\n', '192.0.20.1', 'denies'],
  ['sshd: 192.0.2.\n', '', '198.51.100.1', 'allows'],
  ['', 'sshd: ALL EXCEPT 192.0.2.0/24\n', '192.0.2.1', 'allows'],
  ['', 'sshd: ALL EXCEPT 192.0.2.0/24\n', '198.51.100.1', 'denies'],
  ['', 'ALL EXCEPT sshd: ALL\n', '192.0.2.1', 'no-rules'],
  ['', 'sshd: ALL EXCEPT 192.0.2. EXCEPT 192.0.2.1\n', '192.0.2.1', 'denies'],
  ['', 'sshd: [2001:db8::]/32\n', '2001:db8::1', 'denies'],
  ['', 'sshd: [2001:db8::1]\n', '2001:db8::1', 'denies'],
  ['', 'sshd: 2001:db8::1\n', '2001:db8::1', 'allows'],
  ['sshd: LOCAL\n', 'ALL: ALL\n', '192.0.2.1', 'by-name', 'allow: sshd: LOCAL'],
  ['sshd: .example.net\n', 'ALL: ALL\n', '192.0.2.1', 'by-name'],
  ['sshd: .example.net\n', '', '192.0.2.1', 'allows'],
  ['', 'ALL: PARANOID\n', '192.0.2.1', 'by-name'],
  ['sshd: /etc/friends\n', 'ALL: ALL\n', '192.0.2.1', 'unknown'],
  ['ALL: ALL : deny\n', '', '192.0.2.1', 'denies'],
  ['sshd: ALL : spawn /bin/true : allow\n', 'ALL: ALL\n', '192.0.2.1', 'allows'],
  ['sshd: ALL : twist /bin/echo no\n', '', '192.0.2.1', 'denies'],
  ['', 'ALL: ALL : allow\n', '192.0.2.1', 'allows'],
  ['', 'ALL:\\\nALL\n', '192.0.2.1', 'denies'],
  ['', 'vsftpd: ALL', '192.0.2.1', 'denies', 'deny: the last line has no newline at its end: vsftpd: ALL'],
  ['sshd: ALL', 'ALL: ALL\n', '192.0.2.1', 'denies'],
]

test('tcp wrappers decide as hosts_access(5) says', () => {
  for (const [allow, deny, address, verdict, rule] of TABLE) {
    const told = judge(allow, deny, address)
    assert.equal(told.verdict, verdict, JSON.stringify([allow, deny, address]))
    if (rule !== undefined) assert.equal(`${told.rule?.file}: ${told.rule?.text}`, rule)
  }
})

test('without an address only what is the same for everybody is decided', () => {
  assert.equal(judge('', 'ALL: ALL\n').verdict, 'denies')
  assert.equal(judge('sshd: 192.0.2.1\n', 'ALL: ALL\n').verdict, 'unknown')
})

test('no text is too much for it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (allow, deny, address) => {
      judge(`${allow}\nsshd: ${deny}\n`, `${deny}\n`, address)
    }),
  )
})
