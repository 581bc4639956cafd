import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evidenceIn } from '../../../src/cli/verbs/explain/evidence.ts'
import { diagnose } from '../../../src/diagnose/diagnose.ts'

/** What people have in their hands, and the fault that it names first: of the client, the path, the port, and of forwarding. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'destination-empty': [
    '2022/11/17 10:05:31 dial tcp :22: connect: connection refused',
    '$ ssh "$HOST"\nssh: Could not resolve hostname : Name or service not known',
    'ssh: Could not resolve hostname : nodename nor servname provided, or not known\nlost connection',
    'Run appleboy/ssh-action@v1\nerror: missing server host',
    'usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] [-B bind_interface]\n           [-b bind_address] [-c cipher_spec] [-D [bind_address:]port]',
  ],
  'name-resolves-to-self': [
    'debug1: Connecting to web7.example.org [127.0.1.1] port 22.\ndebug1: connect to address 127.0.1.1 port 22: Connection refused\nssh: connect to host web7.example.org port 22: Connection refused',
    'ssh: connect to host 0.0.0.0 port 22: Connection refused',
    'debug1: Connecting to web7 [::1] port 22.\ndebug1: Connection established.\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nHost key verification failed.',
  ],
  'no-key-offered': [
    'debug1: Authentications that can continue: publickey\ndebug1: Next authentication method: publickey\ndebug1: Trying private key: /root/.ssh/id_rsa\ndebug1: Trying private key: /root/.ssh/id_ed25519\ndebug1: No more authentication methods to try.\nubuntu@192.0.2.7: Permission denied (publickey).',
  ],
  'agent-cannot-sign': [
    'sign_and_send_pubkey: signing failed for ED25519-SK "/home/alice/.ssh/id_ed25519_sk" from agent: agent refused operation\nalice@192.0.2.50: Permission denied (publickey).',
    'sign_and_send_pubkey: signing failed: agent refused operation\ngit@github.com: Permission denied (publickey).',
    'Confirm user presence for key ED25519-SK SHA256:0123456789abcdefghijklmnopqrstuvwxyzABCDEFG\nsign_and_send_pubkey: signing failed for ED25519-SK "/home/alice/.ssh/id_ed25519_sk": device not found\nalice@192.0.2.50: Permission denied (publickey).',
  ],
  'control-path-too-long': [
    'unix_listener: path "/home/alice/.ssh/sockets/some.very.long.bastion.host.name.internal.example.com-22-alice.longsurname.p4nMdKw5cR0nH1Qd" too long for Unix domain socket',
    "ControlPath too long ('/home/alice/.ssh/control/alice@ec2-203-0-113-7.eu-central-1.compute.amazonaws.com:22-aaaaaaaaaaaaaaaaaaaaaaa' >= 108 bytes)",
  ],
  'packets-corrupted': [
    'Corrupted MAC on input.\nssh_dispatch_run_fatal: Connection to 192.0.2.7 port 22: message authentication code incorrect',
    'Bad packet length 2164424386.\nssh_dispatch_run_fatal: Connection to 192.0.2.7 port 22: message authentication code incorrect',
    'Corrupted MAC on input.\nDisconnecting: Packet corrupt\nlost connection',
  ],
  'packet-marks-dropped': [
    'Authenticated to vm1.example.net ([192.0.2.70]:22) using "publickey".\ndebug1: channel 0: new session [client-session] (inactive timeout: 0)\ndebug1: Entering interactive session.\ndebug1: pledge: filesystem\nclient_loop: send disconnect: Broken pipe',
  ],
  'port-taken': [
    "Mar 10 09:14:02 node1 sshd[2211]: error: Bind to port 22 on 0.0.0.0 failed: Address already in use.\nMar 10 09:14:02 node1 sshd[2211]: fatal: Cannot bind any address.\nMar 10 09:14:02 node1 systemd[1]: ssh.service: Main process exited, code=exited, status=255/EXCEPTION\nMar 10 09:14:02 node1 systemd[1]: ssh.service: Failed with result 'exit-code'.",
    "ssh.socket: Failed to create listening socket ([::]:22): Address already in use\nssh.socket: Failed with result 'resources'.",
    'docker: Error response from daemon: driver failed programming external connectivity on endpoint web: Error starting userland proxy: listen tcp4 0.0.0.0:22: bind: address already in use.',
  ],
  'socket-unit-decides-port': [
    'TriggeredBy: ● ssh.socket\n$ ssh -p 2222 alice@192.0.2.60\nssh: connect to host 192.0.2.60 port 2222: Connection refused',
  ],
  'forwarding-forbidden': [
    'channel 3: open failed: administratively prohibited: open failed',
    'Warning: remote port forwarding failed for listen port 8080',
    'Jul 02 10:00:05 web7 sshd[901]: refused local port forward: originator 127.0.0.1 port 41234, target 10.0.0.5 port 5432',
  ],
}

const first = (text: string): string | undefined => {
  const { facts, address = '' } = evidenceIn(text, '2026-01-01T00:00:00.000Z')
  return diagnose(facts, { destination: address, host: address, port: 0, ssh: [] }).causes[0]?.id
}

for (const [id, texts] of Object.entries(TEXTS))
  test(`what names ${id}`, () => {
    for (const text of texts) assert.equal(first(text), id, text)
  })

test('what looks like it and is something else', () => {
  const options = 'unknown option -- Z\nusage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] [-B bind_interface]'
  assert.equal(first(options), 'ssh-config-unusable', 'ssh is asked for something it does not know')
  assert.notEqual(first('ssh: connect to host localhost port 2222: Connection refused'), 'name-resolves-to-self')
  const boot = 'Jul 02 10:00:01 web7 systemd[1]: Listening on ssh.socket - OpenBSD Secure Shell server socket.'
  assert.equal(first(boot), undefined, 'a socket unit that listens is everyday')
  const locked =
    'Load key "/home/me/.ssh/id_rsa": incorrect passphrase supplied to decrypt private key\na@192.0.2.7: Permission denied (publickey).'
  assert.notEqual(first(locked), 'agent-cannot-sign')
})
