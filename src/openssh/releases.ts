import { atLeast, type Release, type Since } from './release.ts'

/** Everything here about OpenSSH that depends on the release. Sources: upstream's git, file and commit; openssh.md 1.3, 2.2 and 3.1. */
export interface ReleaseFacts {
  /** What a connection that is turned away reads before it is closed. */
  throttleNotice: 'none' | 'Exceeded MaxStartups' | 'Not allowed at this time'
  /** PerSourcePenalties exist, and are on by default. */
  penalties: boolean
  perSourceMaxStartups: boolean
  /** A host key file deleted under a running daemon ends every login. */
  hostKeysRereadPerConnection: boolean
  /** A missing /run/sshd keeps a running daemon from sending its identification string. */
  privsepDirCheckedPerConnection: boolean
  /** A connection is served by a program of its own, which an upgrade can take away from a running listener. */
  sshdSession: boolean
  sshdAuth: boolean
  /** start, rate in per cent, full (sshd_config MaxStartups). */
  maxStartupsDefault: [number, number, number]
  /** The process title of the listener counts startups. */
  startupsInTitle: boolean
  /** Most that is added to LoginGraceTime at random. */
  graceJitterSeconds: number
  /** What one silent connection until LoginGraceTime costs its source; undefined where there are no penalties. */
  graceExceededPenaltySeconds: number | undefined
  /** What one connection without an attempt to log in costs. */
  noauthPenaltySeconds: number | undefined
  /** What one connection with failed attempts costs. */
  authfailPenaltySeconds: number | undefined
  /** What a connection by an unknown user costs beside that. */
  invaliduserPenaltySeconds: number | undefined
  /** What a connection refused by RefuseConnection costs. */
  refuseconnectionPenaltySeconds: number | undefined
  /** What crashing the server's child costs. */
  crashPenaltySeconds: number | undefined
  /** The client's own: only `Connection closed by …` is printed where the peer ends before it identified itself. */
  clientHidesBannerClose: boolean
  /** The client's own: a second line names the peer after a failure before the banner. */
  clientNamesPeer: boolean
  /** Which MaxStartups counts where several are set. */
  maxStartupsWins: 'first' | 'last'
}

interface Row {
  since: Since
  source: string
  changes: Partial<ReleaseFacts>
}

/** Before the first row: OpenSSH 5.9, the oldest release that was read. */
const OLDEST: ReleaseFacts = {
  throttleNotice: 'none',
  penalties: false,
  perSourceMaxStartups: false,
  hostKeysRereadPerConnection: true,
  privsepDirCheckedPerConnection: true,
  sshdSession: false,
  sshdAuth: false,
  // servconf.c fill_default_server_options: 10 alone, so every connection above it is dropped
  maxStartupsDefault: [10, 100, 10],
  startupsInTitle: false,
  graceJitterSeconds: 0,
  graceExceededPenaltySeconds: undefined,
  noauthPenaltySeconds: undefined,
  authfailPenaltySeconds: undefined,
  invaliduserPenaltySeconds: undefined,
  refuseconnectionPenaltySeconds: undefined,
  crashPenaltySeconds: undefined,
  clientHidesBannerClose: false,
  clientNamesPeer: false,
  maxStartupsWins: 'last',
}

/** Oldest first; a row says what changed with its release and stays in force. A new release of OpenSSH is a new row. */
const ROWS: readonly Row[] = [
  { since: [6, 2], source: 'servconf.c, 1f583df8c (2013-02)', changes: { maxStartupsDefault: [10, 30, 100] } },
  {
    since: [8, 2],
    source: 'sshd.c drop_connection, fc173aeb1 and 70d38c3cf',
    changes: { throttleNotice: 'Exceeded MaxStartups', startupsInTitle: true },
  },
  {
    since: [8, 3],
    source: 'sshconnect.c ssh_login, sshpkt_fatal "banner exchange", 5becbec02',
    changes: { clientNamesPeer: true },
  },
  { since: [8, 5], source: 'srclimit.c, 3a9231295', changes: { perSourceMaxStartups: true } },
  { since: [9, 5], source: 'kex.c kex_exchange_identification, d2d247938', changes: { clientHidesBannerClose: true } },
  {
    since: [9, 8],
    source:
      'sshd-session 03e3de416, srclimit.c and notice 81c1099d2; grace-exceeded took the crash value until b6bba67e6',
    changes: {
      throttleNotice: 'Not allowed at this time',
      penalties: true,
      hostKeysRereadPerConnection: false,
      privsepDirCheckedPerConnection: false,
      sshdSession: true,
      graceExceededPenaltySeconds: 90,
      noauthPenaltySeconds: 1,
      authfailPenaltySeconds: 5,
      crashPenaltySeconds: 90,
    },
  },
  {
    since: [9, 9],
    source: 'LoginGraceTime jitter 487faaed8; RefuseConnection',
    changes: { graceJitterSeconds: 4, refuseconnectionPenaltySeconds: 10 },
  },
  {
    since: [10, 0],
    source: 'sshd-auth 6072e4c93; grace-exceeded b6bba67e6',
    changes: { sshdAuth: true, graceExceededPenaltySeconds: 10 },
  },
  { since: [10, 1], source: 'servconf.c, 683d0abe5', changes: { maxStartupsWins: 'first' } },
  {
    since: [10, 3],
    source: 'invaliduser penalty; the banner is written by sshd-auth after its chroot, bb781f02d',
    changes: { invaliduserPenaltySeconds: 5, privsepDirCheckedPerConnection: true },
  },
]

/**
 * What holds for a release of OpenSSH, from the rows above. Releases after the newest row (10.5 was read) count as the newest.
 * Vendors carry some of it back; the table is upstream's.
 */
export function releaseFacts(release: Release): ReleaseFacts {
  const facts: ReleaseFacts = { ...OLDEST, maxStartupsDefault: [...OLDEST.maxStartupsDefault] }
  for (const { since, changes } of ROWS) if (atLeast(release, since)) Object.assign(facts, structuredClone(changes))
  return facts
}

/**
 * The server's generation as its notice betrays it, where it had not yet identified itself.
 * sshd.c drop_connection: `Exceeded MaxStartups` 8.2 to 9.7, `Not allowed at this time` from 9.8. The text is a line or
 * several; a notice counts only as a line of its own.
 */
export function generationOfNotice(text: string): 'none' | '8.2–9.7' | '9.8+' {
  for (const line of text.split('\n')) {
    const bare = line.trim()
    if (bare === 'Exceeded MaxStartups') return '8.2–9.7'
    if (bare === 'Not allowed at this time') return '9.8+'
  }
  return 'none'
}
