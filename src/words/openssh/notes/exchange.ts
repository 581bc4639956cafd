import type { Fields, Note } from '../note.ts'
import { notesOf } from '../note.ts'

const banner = notesOf({ step: 'banner', road: 'breaks' })
const kex = notesOf({ step: 'kex', road: 'breaks' })
const corrupted = notesOf({
  step: 'kex',
  road: 'breaks',
  message: { ssh: 'client-packet-corrupted', sshd: 'packet-corrupted' },
})

const noneCommon = ({ reason }: Fields) => (reason?.startsWith('no matching ') ? 'no-common-algorithm' : undefined)

/** The first words of both sides, the key exchange and the packets. kex.c, packet.c, dispatch.c, dh.c, sshd.c; ssherr.c for the reasons. */
export const EXCHANGE: readonly Note[] = [
  banner(
    [
      'kex_exchange_identification: Connection closed by remote host',
      'ssh_exchange_identification: Connection closed by remote host',
    ],
    'The other side closed the connection before it said which SSH it speaks.',
  ),
  banner(
    ['kex_exchange_identification: read: {reason}', 'ssh_exchange_identification: read: {reason}'],
    'The connection broke before the other side had said which SSH it speaks.',
  ),
  banner(
    ['kex_exchange_identification: write: {reason}', 'ssh_exchange_identification: write: {reason}'],
    'The connection broke as soon as something was sent over it.',
  ),
  banner(
    'kex_exchange_identification: banner line contains invalid characters',
    'The other side does not speak SSH: it sent bytes that are no text.',
  ),
  banner(
    'kex_exchange_identification: banner line too long',
    'The other side does not speak SSH: its first line never ended.',
  ),
  banner(
    'kex_exchange_identification: client sent invalid protocol identifier "{}"',
    'Something that does not speak SSH came to the port, a scanner or a browser.',
    { harmless: true, road: undefined },
  ),
  banner(
    'kex_exchange_identification: No SSH version received in first {} lines from server',
    'The server sent line after line and no SSH: a tarpit, or another service.',
  ),
  banner(
    'Connection timed out during banner exchange',
    'The connection was there, and the server said nothing on it until ConnectTimeout was over.',
  ),
  banner(
    [
      'banner exchange: Connection from {address} port {port}: {reason}',
      'banner exchange: Connection to {address} port {port}: {reason}',
    ],
    'The first words of the other side were no SSH, or the connection broke before them.',
    { narrow: true },
  ),
  banner(
    [
      "Bad protocol version identification '{}' from {address} port {port}",
      "Bad remote protocol version identification: '{}'",
    ],
    'The other side does not speak SSH: its first line is another protocol.',
  ),
  banner(
    [
      'Did not receive identification string from {address} port {port}',
      'Did not receive identification string from {address}',
      'Could not write ident string to {address} port {port}',
      'Could not write ident string to {address}',
    ],
    'Somebody opened a connection and closed it again without a word of SSH; scanners and health checks do so.',
    { harmless: true, road: undefined },
  ),
  banner(
    [
      "scanned from {address} port {port} with {}.  Don't panic.",
      "probed from {address} port {port} with {}.  Don't panic.",
      "scanned from {address} with {}.  Don't panic.",
      "probed from {address} with {}.  Don't panic.",
    ],
    'A scanner came by and left.',
    { harmless: true, road: undefined },
  ),
  banner(
    [
      'Protocol major versions differ: {} vs. {}',
      'Protocol major versions differ for {address} port {port}: {} vs. {}',
      'Protocol major versions differ for {address}: {} vs. {}',
    ],
    'One side speaks SSH 1 only, the other SSH 2 only.',
  ),
  banner(
    'Remote machine has too old SSH software version.',
    'The server speaks a version of SSH that is too old for this client.',
  ),
  banner(
    'Your ssh version is too old and is no longer supported.  Please install a newer version.',
    'The client speaks a version of SSH that is too old for this server.',
  ),
  kex(
    [
      'Unable to negotiate with {address} port {port}: {reason}. Their offer: {theirs}',
      'Unable to negotiate with {address}: {reason}. Their offer: {theirs}',
    ],
    'The two sides have no algorithm of this kind in common; what the other side offers is at the end of the line.',
    { message: noneCommon },
  ),
  kex(
    ['Unable to negotiate with {address} port {port}: {reason}. Their offer: {theirs}'],
    'The two sides have no algorithm of this kind in common; what the other side offers is at the end of the line.',
    { narrow: true, message: noneCommon },
  ),
  kex(
    [
      'no matching cipher found: client {} server {theirs}',
      'no matching mac found: client {} server {theirs}',
      'no matching comp found: client {} server {theirs}',
    ],
    'The two sides have no algorithm of this kind in common; the line has what both offer.',
    { message: 'no-common-algorithm' },
  ),
  kex(
    ['Unable to negotiate a key exchange method', 'no hostkey alg'],
    'The two sides have no algorithm of this kind in common.',
    { message: 'no-common-algorithm' },
  ),
  kex(
    ['No supported ciphers found', 'No supported key exchange algorithms found', 'No supported PK algorithms found'],
    'Nothing is left of a list of algorithms after those that the other side handles wrongly.',
  ),
  corrupted(
    'Bad packet length {}.',
    'A packet arrived that is garbled: a cipher that one side has wrong, or bytes changed on the way.',
  ),
  corrupted(
    'Corrupted MAC on input.',
    'A packet arrived whose check does not fit: bytes were changed on the way, or one side has the cipher or MAC wrong.',
  ),
  corrupted(
    [
      'padding error: need {} block {} mod {}',
      'Corrupted padlen {} on input.',
      'Corrupted check bytes on input.',
      'Corrupted check bytes on input',
      'Packet corrupt',
      'Decryption integrity check failed',
    ],
    'A packet arrived that is garbled.',
  ),
  corrupted(
    [
      'ssh_dispatch_run_fatal: Connection from {address} port {port}: message authentication code incorrect',
      'ssh_dispatch_run_fatal: Connection to {address} port {port}: message authentication code incorrect',
      'ssh_dispatch_run_fatal: Connection from {address} port {port}: Connection corrupted',
      'ssh_dispatch_run_fatal: Connection to {address} port {port}: Connection corrupted',
    ],
    'The connection ended at a packet that arrived garbled: bytes were changed on the way, or one side has the cipher or MAC wrong.',
    { narrow: true },
  ),
  kex(
    [
      'ssh_dispatch_run_fatal: Connection from {address} port {port}: {reason}',
      'ssh_dispatch_run_fatal: Connection to {address} port {port}: {reason}',
    ],
    'The connection ended in the middle of a step of the protocol; the reason is at the end of the line.',
    { narrow: true },
  ),
  kex(
    [
      'packet_write_wait: Connection to {address} port {port}: {reason}',
      'packet_write_wait: Connection from {address} port {port}: {reason}',
      'packet_write_poll: Connection to {address} port {port}: {reason}',
      'packet_write_poll: Connection from {address} port {port}: {reason}',
    ],
    'The connection broke while something was sent over it.',
    { narrow: true, step: 'open' },
  ),
  kex('{}Connection {} {address}: {reason}', 'The connection ended; the reason is at the end of the line.', {
    step: 'open',
  }),
  kex('Read from socket failed: {reason}', 'The connection broke while something was read from it.', {
    step: 'open',
  }),
  kex('Write failed: {reason}', 'The connection broke while something was sent over it.', { step: 'open' }),
  kex(
    [
      'Hm, kex protocol error: type {} seq {}',
      'kex protocol error: type {} seq {}',
      'kex_protocol_error: type {} seq {}',
      'dispatch_protocol_error: type {} seq {}',
      'dispatch_protocol_ignore: type {} seq {}',
      'Protocol error: expected packet type {}, got {}',
      'protocol error: rcvd type {}',
      'protocol error',
    ],
    'The other side sent something that has no place at this step of the protocol.',
  ),
  kex(
    [
      'strict KEX violation: unexpected packet type {} (seqnr {})',
      'strict KEX violation: KEXINIT was not the first packet',
    ],
    'A packet that does not belong in the key exchange came in it: a broken peer, or somebody on the way (Terrapin).',
  ),
  kex(
    [
      'WARNING: could not open {path} ({reason}), using fixed modulus',
      'WARNING: {path} does not exist, using fixed modulus',
      'WARNING: no suitable primes in {path}',
      'WARNING: no suitable primes (size {}/{}/{}) in {path}',
      'WARNING: selected prime disappeared in {path}, giving up',
      'WARNING: line {} disappeared in {path}, giving up',
    ],
    'sshd found no group for the key exchange in its moduli file and takes a fixed one.',
    { road: undefined, harmless: true },
  ),
  kex(
    [
      'invalid public DH value: <= 1',
      'invalid public DH value: >= p-1',
      'invalid public DH value: negative',
      'invalid public DH value ({}/{})',
    ],
    'The other side sent a number in the key exchange that no honest peer sends.',
  ),
  kex(
    ['DH_GEX group out of range: {} !< {} !< {}', 'Protocol error: no matching DH grp found'],
    'The two sides have no group for the key exchange that is large enough for both.',
  ),
  kex(
    [
      'Server version "{}" uses unsafe key agreement; refusing connection',
      'Client version "{}" uses unsafe key agreement; refusing connection',
    ],
    'The other side is a release whose key agreement is known to be broken, and is refused.',
  ),
  kex(
    [
      'Remote version "{}" uses unsafe RSA signature scheme; disabling use of RSA keys',
      'Server version "{}" uses unsafe RSA signature scheme; disabling use of RSA keys',
      'Client version "{}" uses unsafe RSA signature scheme; disabling use of RSA keys',
    ],
    'The other side is so old that its RSA signatures are not safe; RSA keys are not used with it.',
    { road: undefined },
  ),
  kex(
    ['incoming seqnr wraps around', 'outgoing seqnr wraps around'],
    'So many packets were sent under one key that their count begins anew.',
    { road: undefined, harmless: true, step: 'session' },
  ),
  kex(
    [
      'ssh_packet_set_maxsize: called twice: old {} new {}',
      'packet_set_maxsize: called twice: old {} new {}',
      'ssh_packet_set_maxsize: bad size {}',
      'packet_set_maxsize: bad size {}',
    ],
    'OpenSSH set the size of its packets in a way that it should not.',
    { road: undefined },
  ),
  kex(
    ['Finished discarding for {address} port {port}', 'Finished discarding for {address}'],
    'After a garbled packet the rest of it was read and thrown away, and the connection ends.',
  ),
  kex(
    'RekeyLimit exceeded before authentication completed',
    'So much was sent before anybody was logged in that the keys would have to change, and the connection ends.',
  ),
  kex("ignoring bad proto spec: '{}'.", 'A list of versions of the protocol has one that does not exist.', {
    road: undefined,
  }),
]
