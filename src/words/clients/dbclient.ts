import type { Entry } from '../entry.ts'
import { byWords, is } from '../finding.ts'
import { lookupFailure } from '../network-errors.ts'
import { said } from '../said.ts'

/** dbclient ends with `dbclient: Connection to USER@HOST:PORT exited: WORDS` (cli-main.c cli_dropbear_exit); it may be called ssh. */
const exits = said({ by: 'dbclient', level: 'error', road: 'breaks', source: 'dropbear 2025.88, src/cli-session.c' })

/** dropbear's client: OpenWrt, initramfs, small machines. */
export const ENTRIES: readonly Entry[] = [
  exits(
    'dbclient-resolve',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: Connect failed: (?:Error|Failed) resolving '(?<address>[^']{0,255})' port '(?<port>[^']{1,32})'\. (?<reason>.{1,100})/,
    'dbclient could not look up the name of the host.',
    {
      step: 'name',
      source: 'dropbear 2025.88, src/netio.c connect_remote',
      ends: (m) => ({ failure: lookupFailure(m[3] ?? '') }),
    },
  ),
  exits(
    'dbclient-connect',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: Connect failed: (.{1,100})/,
    'dbclient could not connect to the port of this host.',
    { step: 'port', ends: byWords },
  ),
  exits(
    'dbclient-no-methods',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: No auth methods could be used/,
    'The server refused every way to log in that dbclient had.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  exits(
    'dbclient-no-matching',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: No matching algo(?: (?<algorithm>.{1,40}))?/,
    'dbclient and the server have no algorithm of this kind in common.',
    {
      step: 'kex',
      source: 'dropbear 2025.88, src/common-kex.c read_kex_algos',
      ends: is('no-common-algorithm'),
    },
  ),
  exits(
    'dbclient-closed',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: Remote closed the connection/,
    'The server closed the connection.',
    { ends: is('closed') },
  ),
  exits(
    'dbclient-host-key-changed',
    /\bhost key mismatch for /,
    'The server shows another host key than the one in known_hosts.',
    {
      step: 'kex',
      source: 'dropbear 2025.88, src/cli-kex.c checkhostkey',
      ends: is('host-key-changed'),
    },
  ),
  exits(
    'dbclient-host-key',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: (?:Didn't validate host key|Not accepted automatically)/,
    'Nobody accepted the host key.',
    {
      step: 'kex',
      source: 'dropbear 2025.88, src/cli-kex.c',
      ends: is('host-key-unknown'),
    },
  ),
  exits(
    'dbclient-host-key-signature',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: Bad hostkey signature/,
    "The server's proof of its host key does not hold.",
    { step: 'kex', source: 'dropbear 2025.88, src/cli-kex.c', ends: is('kex-corrupt') },
  ),
  exits(
    'dbclient-integrity',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: (?:Integrity error(?: \(bad packet size \d{1,12}\))?|Bad packet size \d{1,12}|HMAC error)/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      source: 'dropbear 2025.88, src/packet.c',
      ends: is('kex-corrupt'),
    },
  ),
  exits(
    'dbclient-version',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: Incompatible remote version '(?<theirs>.{0,200})'/,
    'The server speaks another version of the SSH protocol.',
    {
      step: 'banner',
      source: 'dropbear 2025.88, src/common-session.c',
      ends: is('protocol-mismatch'),
    },
  ),
  exits(
    'dbclient-read',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: Error (?:reading|writing): (?<reason>.{1,100})/,
    'The connection broke.',
    { source: 'dropbear 2025.88, src/packet.c', ends: is('reset') },
  ),
  exits(
    'dbclient-timeouts',
    /^(?:ssh|dbclient): Connection to \S{1,255} (?:exited|closed): (?:Timeout before auth|Keepalive timeout|Idle timeout|Max duration reached)/,
    'A clock of dbclient ran out.',
    { source: 'dropbear 2025.88, src/common-session.c', ends: is('timed-out') },
  ),
  exits(
    'dbclient-interactive',
    /^(?:ssh|dbclient): Connection to \S{1,255} (?:exited|closed): (?:BatchMode active, no interactive session possible|Interrupted)\./,
    'dbclient may ask nobody.',
    { step: 'auth', source: 'dropbear 2025.88, src/cli-auth.c', ends: is('permission-denied') },
  ),
  exits(
    'dbclient-agent',
    /^(?:ssh|dbclient): (?:Failed to connect to agent|Connection to \S{1,255} exited: Agent failed signing key)/,
    'The agent did not do what it was asked for.',
    { step: 'auth', message: 'client-agent-refused', source: 'dropbear 2025.88, src/cli-agentfwd.c' },
  ),
  exits(
    'dbclient-key-file',
    /^(?:ssh|dbclient): Failed loading keyfile '(?<path>.{1,300})'/,
    'dbclient cannot read this key; keys of OpenSSH have to be converted with dropbearconvert.',
    { level: 'warning', step: 'client', source: 'dropbear 2025.88, src/cli-runopts.c loadidentityfile' },
  ),
  exits(
    'dbclient-proxy',
    /^(?:ssh|dbclient): Connection to \S{1,255} exited: Failed running proxy command/,
    'The program of -J failed.',
    { step: 'path', source: 'dropbear 2025.88, src/cli-main.c', ends: is('proxy-fails') },
  ),
  exits(
    'dbclient-host-unknown',
    /^Host '(?<address>\S{1,255})' is not in the trusted hosts file\.$/,
    'known_hosts does not have this host.',
    { level: 'warning', step: 'kex', source: 'dropbear 2025.88, src/cli-kex.c ask_to_confirm' },
  ),
  exits('dbclient-succeeded', /^(?:ssh|dbclient): Authentication succeeded\.$/, 'The login worked.', {
    level: 'info',
    step: 'auth',
    road: 'passes',
  }),
]
