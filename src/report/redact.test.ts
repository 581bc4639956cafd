import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'

import { nasty } from '../../test/report/arbitraries.ts'
import { redact } from './redact.ts'

const KEY = [
  '-----BEGIN OPENSSH PRIVATE KEY-----',
  'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW',
  'QyNTUxOQAAACDExampleExampleExampleExampleExampleExampleExampleEx',
  '-----END OPENSSH PRIVATE KEY-----',
]
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'

/** What is hidden, and what must be left of the text. */
const SECRETS: Readonly<Record<string, [text: string, secret: string, left?: string]>> = {
  'an OpenSSH key': [`a ${KEY.join('\n')} b`, 'b3BlbnNza', 'a [hidden] b'],
  'a key whose lines visible() has marked': [`a ${KEY.join('\\x0a')} b`, 'QyNTUx', 'a [hidden] b'],
  'a PEM key cut short': ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow', 'MIIEow'],
  'an encrypted PEM key': ['-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE\n-----END ENCRYPTED PRIVATE KEY-----', 'MIIE'],
  'a PuTTY key': ['Private-Lines: 1\nAAAAIEx\nPrivate-MAC: 00', 'AAAAIEx', 'Private-Lines: 1[hidden]Private-MAC: 00'],
  'a password in a URL': [
    'see https://bob:s3cr@t@proxy.example.com/x',
    's3cr',
    'see https://bob:[hidden]@proxy.example.com/x',
  ],
  'a password in an ssh URL': ['ssh://bob:pw@[2001:db8::1]:22', 'pw', 'ssh://bob:[hidden]@[2001:db8::1]:22'],
  'an AWS pair': ['AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'wJalr', '[hidden]'],
  'an AWS session id': ['id ASIAIOSFODNN7EXAMPLE used', 'ASIA', 'id [hidden] used'],
  'an AWS id behind a marked line end': ['x\\x0aAKIAIOSFODNN7EXAMPLE', 'AKIA', 'x\\x0a[hidden]'],
  'an AWS secret by name': [
    'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG',
    'wJalr',
    'aws_secret_access_key = [hidden]',
  ],
  'a bearer token': ['curl -H "Authorization: Bearer abcdef0123456789"', 'abcdef', undefined],
  'basic credentials': ['authorization: Basic dXNlcjpwYXNz', 'dXNlc', 'authorization: [hidden]'],
  'a bare bearer': ['sent bearer abcdefgh12345678 twice', 'abcdefgh', 'sent bearer [hidden] twice'],
  'a JWT': [`token was ${JWT}.`, 'eyJ'],
  'a GitHub token': [`ghp_${'a1'.repeat(18)}`, 'ghp_', '[hidden]'],
  'a fine-grained GitHub token': [`x github_pat_${'A1_'.repeat(20)}`, 'github_pat', 'x [hidden]'],
  'a Slack token': ['xoxb-123456789012-abcdefABCDEF', 'xoxb', '[hidden]'],
  'a Slack hook': ['https://hooks.slack.com/services/T000/B000/XXXXXXXXXXXXXXXX', 'XXXX'],
  'a Google key': [`AIza${'x'.repeat(35)}`, 'AIza', '[hidden]'],
  'a Google token': ['ya29.a0AfH6SMBxxxxxxxxxxxxxxx', 'a0Af', '[hidden]'],
  'an assignment': ['login with password=hunter2 failed', 'hunter2', 'login with password=[hidden] failed'],
  'a quoted assignment': ['PASSWORD="hunter 2" x', 'hunter', 'PASSWORD=[hidden] x'],
  'an environment variable': ['GITHUB_TOKEN=abc ssh example.com', 'abc', 'GITHUB_TOKEN=[hidden] ssh example.com'],
  'a password in JSON': ['{"password":"hunter2"}', 'hunter2'],
  'a password in YAML': ['password: hunter2', 'hunter2', 'password: [hidden]'],
  sshpass: ['sshpass -p hunter2 ssh example.com', 'hunter2', 'sshpass -p [hidden] ssh example.com'],
  'sshpass, joined': [
    '/usr/bin/sshpass -v -phunter2 ssh example.com',
    'hunter2',
    '/usr/bin/sshpass -v -p[hidden] ssh example.com',
  ],
  SSHPASS: [
    'SSHPASS=hunter2 sshpass -e ssh -p 2222 example.com',
    'hunter2',
    'SSHPASS=[hidden] sshpass -e ssh -p 2222 example.com',
  ],
  'ncat’s proxy': [
    'ncat --proxy-auth bob:pw1 --proxy 192.0.2.1:3128 %h %p',
    'pw1',
    'ncat --proxy-auth [hidden] --proxy 192.0.2.1:3128 %h %p',
  ],
  'socat’s proxy': [
    'socat - PROXY:192.0.2.1:%h:%p,proxyauth=bob:pw1',
    'pw1',
    'socat - PROXY:192.0.2.1:%h:%p,proxyauth=[hidden]',
  ],
  'connect’s proxy': ['connect -S bob:pw1@192.0.2.1:1080 %h', 'pw1', 'connect -S bob:[hidden]@192.0.2.1:1080 %h'],
  'proxytunnel’s user': ['proxytunnel -P bob:pw1 -d %h:%p', 'pw1', 'proxytunnel -P bob:[hidden] -d %h:%p'],
  'curl’s user': ['curl -u bob:pw1 telnet://example.com:22', 'pw1', 'curl -u bob:[hidden] telnet://example.com:22'],
  'a long option': ['cloudflared access ssh --service-token-secret abcdef --hostname x.example.com', 'abcdef'],
  'a shadow line': ['root:$6$saltsalt$abcdefghijklmnop:19000', 'saltsalt', 'root:[hidden]:19000'],
  mysql: ['mysql -u root -phunter2 db', 'hunter2', 'mysql -u root -p[hidden] db'],
}

for (const [name, [text, secret, left]] of Object.entries(SECRETS)) {
  test(`hides ${name}`, () => {
    const { value, hidden } = redact(text)
    assert.ok(!value.includes(secret), value)
    assert.ok(hidden >= 1)
    if (left !== undefined) assert.equal(value, left)
    assert.deepEqual(redact(value), { value, hidden: 0 })
  })
}

/** The evidence itself. */
const HARMLESS = [
  'curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,diffie-hellman-group-exchange-sha256',
  'sntrup761x25519-sha512@openssh.com,mlkem768x25519-sha256,kex-strict-s-v00@openssh.com,ext-info-s',
  'cipher:chacha20-poly1305@openssh.com MAC:hmac-sha2-256-etm@openssh.com',
  'kex: server->client cipher: chacha20-poly1305@openssh.com MAC: <implicit> compression: none',
  'Server host key: ssh-ed25519 SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
  'RSA key fingerprint is MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48.',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl bob@example.com',
  "ubuntu@203.0.113.7's password: Permission denied, please try again.",
  'ubuntu@203.0.113.7: Permission denied (publickey,password).',
  'Authentications that can continue: publickey,password,keyboard-interactive',
  'debug1: Next authentication method: password',
  "Enter passphrase for key '/home/bob/.ssh/id_ed25519': ",
  'Load key "/home/bob/.ssh/id_rsa": incorrect passphrase supplied to decrypt private key',
  'ssh -o PasswordAuthentication=no -o NumberOfPasswordPrompts=1 -p 2222 -i ~/.ssh/id_token example.com',
  'ssh -J bob@jump.example.com:22,eve@jump2.example.com -W %h:%p 203.0.113.7',
  'ssh -J ssh://jump.example.com:22,bob@jump2.example.com [2001:db8::7]:22',
  'scp bob@example.com:/etc/secret/file bob@[2001:db8::7]:/tmp',
  'nc -u 203.0.113.7:53 -X connect -x 192.0.2.1:3128 2001:db8::7 22',
  'connect to host token.example.com port 22: Connection refused',
  'password.example.com:22 and vault-token:2222 and [2001:db8::7]:22',
  'https://example.com:8443/a?b=c ssh://bob@example.com:22 socks5://192.0.2.1:1080',
  'sshpass -f /run/secrets/pw ssh -p 2222 example.com',
  'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7',
  'Exceeded MaxStartups',
  '/home/bob/.ssh/id_ed25519 /etc/ssh/ssh_host_rsa_key C:\\Users\\bob\\.ssh\\id_rsa',
]

for (const text of HARMLESS)
  test(`leaves alone: ${text}`, () => assert.deepEqual(redact(text), { value: text, hidden: 0 }))

test('hides a key whose lines are items of an array, and counts it once', () => {
  const { value, hidden } = redact({ preBanner: ['hello', ...KEY, 'bye'] })
  assert.deepEqual(value, { preBanner: ['hello', '[hidden]', '[hidden]', '[hidden]', '[hidden]', 'bye'] })
  assert.equal(hidden, 1)
})

test('looks through argument arrays', () => {
  assert.deepEqual(redact(['sshpass', '-p', 'hunter2', 'ssh', '-p', '2222', 'example.com']).value, [
    'sshpass',
    '-p',
    '[hidden]',
    'ssh',
    '-p',
    '2222',
    'example.com',
  ])
  assert.deepEqual(redact(['curl', '--token', 'abc', 'x']).value, ['curl', '--token', '[hidden]', 'x'])
})

test('looks into raw bytes, and leaves those without a secret as they are', () => {
  const contact = (said: string) => ({ contacts: [{ bytes: btoa(said) }] })
  const { value, hidden } = redact(contact('SSH-2.0-x\r\npassword=hunter2\r\n\xff'))
  assert.equal(hidden, 1)
  assert.equal(atob(value.contacts[0]?.bytes ?? ''), 'SSH-2.0-x\r\npassword=[hidden]\r\n\xff')
  assert.deepEqual(redact(contact('SSH-2.0-x\r\n\x00\xff')).value, contact('SSH-2.0-x\r\n\x00\xff'))
})

test('hiding twice hides nothing more, whatever the strings', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.array(nasty), (json, strings) => {
      const { value } = redact([json, strings])
      assert.deepEqual(redact(value), { value, hidden: 0 })
    }),
  )
})

test('ordinary algorithm lists, paths, addresses and fingerprints pass unchanged', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/).filter((word) => !/pass|secret|token|sig|key|auth/.test(word))
  const base64 = fc.stringMatching(/^[A-Za-z0-9+/]{43}$/)
  const algorithm = fc.oneof(
    fc.tuple(word, word).map(([a, b]) => `${a}-${b}`),
    fc.tuple(word, fc.constantFrom('openssh.com', 'libssh.org', 'lysator.liu.se')).map(([a, home]) => `${a}@${home}`),
  )
  const ordinary = fc.oneof(
    fc.array(algorithm, { minLength: 1 }).map((list) => list.join(',')),
    fc.array(word, { minLength: 1 }).map((parts) => `/${parts.join('/')}`),
    base64.map((hash) => `SHA256:${hash}`),
    fc.tuple(word, fc.ipV4(), fc.nat(65535)).map(([user, address, port]) => `${user}@${address}:${port}`),
    fc.ipV6().map((address) => `[${address}]:22`),
    fc.domain(),
  )
  fc.assert(
    fc.property(fc.array(ordinary, { minLength: 1 }), (words) => {
      const text = words.join(' ')
      assert.deepEqual(redact(text), { value: text, hidden: 0 })
    }),
    { numRuns: 1000 },
  )
})

// A pattern that backtracks without bound would not end within the runner's patience.
test('ends on long and hostile text', () => {
  const parts = [
    'a',
    ':',
    'a:',
    '-p ',
    '-----BEGIN PRIVATE KEY-----',
    'password',
    '://',
    'sshpass -p',
    'mysql ',
    'eyJ',
    '"',
  ]
  for (const part of parts) redact(part.repeat(100_000 / part.length))
})
