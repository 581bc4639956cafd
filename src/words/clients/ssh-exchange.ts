import type { Entry } from '../entry.ts'
import type { Finding } from '../finding.ts'
import { is, noCommon, peer } from '../finding.ts'
import { said } from '../said.ts'

const kex = said({
  by: 'ssh',
  level: 'fatal',
  step: 'kex',
  road: 'breaks',
  source: 'OpenSSH 10.5, packet.c sshpkt_vfatal',
})
const packet = said({
  by: 'ssh',
  level: 'info',
  step: 'kex',
  road: 'breaks',
  message: 'client-packet-corrupted',
  source: 'OpenSSH 10.5, packet.c ssh_packet_read_poll2',
})
const host = said({
  by: 'ssh',
  level: 'error',
  step: 'kex',
  road: 'breaks',
  source: 'OpenSSH 10.5, sshconnect.c check_host_key',
})

/** The end of an unfinished exchange, in ssherr.c's words. */
function dispatchEnd(m: RegExpExecArray): Finding | undefined {
  const text = m[2] ?? ''
  if (/timed out/i.test(text)) return peer('timed-out', m)
  if (/reset by peer|connection reset|aborted/i.test(text)) return peer('reset', m)
  if (/Connection closed/i.test(text)) return peer('closed', m)
  if (/Broken pipe|No route to host|Network is (?:down|unreachable)|Host is down|not connected/i.test(text))
    return peer('pipe', m)
  return peer('kex-corrupt', m)
}

/** OpenSSH's client, in the key exchange and at the host key. */
export const ENTRIES: readonly Entry[] = [
  kex(
    'ssh-no-common-algorithm',
    /^Unable to negotiate with (?<address>\S{1,100}) (?:port \d{1,5}|\[[^\]]{0,40}\]):? ?:?\s?no matching (?<algorithm>.{1,60}) found\. Their offer: (?<theirs>.{0,4000})$/,
    'Client and server have no algorithm of this kind in common.',
    {
      since: '7.0',
      ends: (m) => peer('no-common-algorithm', m, { noCommon: { what: m[2] ?? '', theirs: m[3] ?? '' } }),
    },
  ),
  kex(
    'ssh-no-common-algorithm-old',
    /^no matching (.{1,60}) found: client .{1,4000} server (.{1,4000})$/,
    'Client and server have no algorithm of this kind in common.',
    {
      until: '6.9',
      source: 'OpenSSH 6.6, kex.c choose_enc, choose_mac, choose_comp',
      ends: (m) => noCommon(m[1], m[2]),
    },
  ),
  kex(
    'ssh-no-common-algorithm-bare',
    /^(?:Unable to negotiate a key exchange method|no hostkey alg|no kex alg|Unable to negotiate with )/,
    'Client and server have no algorithm of one kind in common.',
    { source: 'OpenSSH 6.6 to 10.5, kex.c and packet.c', ends: is('no-common-algorithm') },
  ),

  packet(
    'ssh-bad-packet-length',
    /^Bad packet length (?<limit>\d{1,10})/,
    'A packet arrived with an impossible length: something changed the bytes, or one side decrypts them wrongly.',
    { ends: is('kex-corrupt') },
  ),
  packet(
    'ssh-corrupted-mac',
    /^(?:Corrupted (?:MAC|padlen)|padding error: need)/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    { ends: is('kex-corrupt') },
  ),
  kex(
    'ssh-host-key-signature',
    /^(?:Bad server host key: |key_verify failed for server_host_key|hash mismatch)/,
    "The server's proof of its host key does not hold.",
    { source: 'OpenSSH 6.6 to 8.4, kexdhc.c, kexecdhc.c', ends: is('kex-corrupt') },
  ),
  kex(
    'ssh-dispatch-corrupted',
    /^ssh_dispatch_run_fatal: Connection to (?<address>\S{1,100}) port \d{1,5}: (?<reason>message authentication code incorrect|Connection corrupted)$/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      message: 'client-packet-corrupted',
      source: 'OpenSSH 10.5, dispatch.c ssh_dispatch_run_fatal, ssherr.c',
      ends: (m) => peer('kex-corrupt', m),
    },
  ),
  kex(
    'ssh-dispatch',
    /^ssh_dispatch_run_fatal: Connection to (\S{1,100}) port \d{1,5}: (.{1,200})$/,
    'The connection ended in the middle of a key exchange or a login.',
    { since: '6.8', source: 'OpenSSH 10.5, dispatch.c ssh_dispatch_run_fatal', ends: dispatchEnd },
  ),

  host(
    'ssh-host-key-changed-warning',
    /WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!/,
    'The server shows another host key than the one in known_hosts.',
    { ends: is('host-key-changed', { weak: true }) },
  ),
  host(
    'ssh-host-key-dns-spoofing',
    /WARNING: POSSIBLE DNS SPOOFING DETECTED!/,
    'known_hosts has other host keys for the name and for the address.',
    { ends: is('host-key-changed', { weak: true }) },
  ),
  host(
    'ssh-host-key-revoked-warning',
    /WARNING: REVOKED HOST KEY DETECTED!/,
    'The server shows a host key that is marked as revoked.',
    { ends: is('host-key-revoked', { weak: true }) },
  ),
  host(
    'ssh-host-key-revoked-by-file',
    /^Host key \S{1,60} \S{1,200} revoked by file /,
    'The server shows a host key that RevokedHostKeys lists.',
    { ends: is('host-key-revoked', { weak: true }) },
  ),
  host(
    'ssh-host-key-changed',
    /^(?:\S{1,60} )?[Hh]ost key for .{1,300} has changed and you have requested strict checking/,
    'The host key changed, and ssh refuses to go on.',
    { ends: is('host-key-changed') },
  ),
  host(
    'ssh-host-key-revoked',
    /^(?:\S{1,60} )?[Hh]ost key for .{1,300} was revoked and you have requested strict checking/,
    'The host key is revoked, and ssh refuses to go on.',
    { ends: is('host-key-revoked') },
  ),
  host(
    'ssh-host-key-unknown',
    /^No \S{1,60} host key is known for .{1,300} and you have requested strict checking/,
    'known_hosts does not have this host, and ssh may not ask.',
    { ends: is('host-key-unknown') },
  ),
  host(
    'ssh-host-key-verification-failed',
    /^Host key verification failed\./,
    'ssh does not trust the host key of the server.',
    {
      level: 'fatal',
      source: 'OpenSSH 10.5, sshconnect2.c verify_host_key_callback',
      ends: is('host-key-unknown', { echo: true }),
    },
  ),
]
