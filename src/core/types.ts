/**
 * The words everybody speaks. Plain JSON between the stages: whatever is named here can be saved, mailed and
 * replayed. Nothing here does anything.
 */
import type { InsideFacts } from './inside-facts.ts'
import type { ClientLog, LoginFact } from './login-facts.ts'

export type { InsideFacts, Listener } from './inside-facts.ts'
export { CLIENT_FAILURES, LOGIN_STEPS } from './login-facts.ts'
export type { ClientFailure, ClientLog, LoginFact, LoginStep } from './login-facts.ts'

/** Bumped when the saved or printed JSON changes incompatibly. */
export const SCHEMA = 1

/** Ordered from the user's keyboard to the shell prompt; a later stage can only be seen once the earlier ones pass. */
export const STAGES = ['client', 'name', 'path', 'port', 'banner', 'host', 'kex', 'auth', 'session'] as const
export type Stage = (typeof STAGES)[number]

/** What the user cannot reach. Secrets are named here (paths), never held. */
export interface Target {
  /** As the user typed it; an alias of ssh_config counts. */
  destination: string
  /** Where ssh would go, as `ssh -G` resolves it; the destination's host where ssh could not be asked. */
  host: string
  port: number
  user?: string
  /** The user's own ssh arguments in front of the destination, in order, untouched. */
  ssh: readonly string[]
  /** A remote command the user typed behind the destination. Never run by us. */
  command?: readonly string[]
}

/** A fact that could not be had is still a fact, and moves no probability. */
export type Fact<V> = { at: string; via: string } & ({ value: V } | { missing: string })

/** What became of one TCP connect. The operating system's code is mapped once, at the socket. */
export type ConnectOutcome =
  | 'open'
  | 'timeout'
  | 'refused'
  | 'reset'
  | 'host-unreachable'
  | 'net-unreachable'
  | 'not-permitted'

/** How a connection ended: by the peer's FIN, by a RST, by us because we had seen enough, or by our clock. */
export type ConnectionEnd = 'fin' | 'reset' | 'enough' | 'out-of-time'

/** One raw TCP connection, as observed. Times are seconds since we asked for the connection. */
export interface Contact {
  address: string
  family: 4 | 6
  port: number
  /** The local address, when one was chosen on purpose. */
  source?: string
  connect: { outcome: ConnectOutcome; seconds: number; code?: string }
  /** ICMP destination-unreachable messages this machine received meanwhile; undefined where the kernel does not tell. */
  icmpUnreachable?: number
  /** TCP segments this machine sent again meanwhile; undefined where the kernel does not tell. */
  retransmits?: number
  /** Whether we spoke, and when. */
  spokeAt?: number
  /** Everything the peer said, at most the first 4 KiB, base64. */
  bytes?: string
  /** How many bytes in all, kept or not. */
  byteCount: number
  firstByteAt?: number
  /** When the last byte came; a peer that drips is told from one that stalls. */
  lastByteAt?: number
  /** The `SSH-…` line, visible form, without its line end. */
  identification?: string
  identificationAt?: number
  /** Lines in front of it, visible form, the first few. */
  preBanner?: string[]
  preBannerCount?: number
  /** When the peer's whole SSH_MSG_KEXINIT had arrived. */
  kexinitAt?: number
  end: { how: ConnectionEnd; at: number; code?: string }
}

/** One key per probe, one serialisable value: the dictionary of evidence. */
export interface Facts extends InsideFacts {
  /** `ssh -G`: what the user's configuration makes of the destination. */
  'ssh-config': SshConfigFact
  'key-files': { files: KeyFile[]; agent: 'none' | 'empty' | 'keys' | 'unreachable'; agentKeys?: number }
  'name-lookup': {
    name: string
    addresses: { address: string; family: 4 | 6 }[]
    error?: 'not-found' | 'lookup-fails'
    code?: string
    seconds: number
  }
  /** The system's ssh, watched stage by stage. */
  login: LoginFact
  /** The same with a scratch known_hosts, to see what lies behind a host key nobody has confirmed yet. */
  'login-beyond-host-key': LoginFact
  /** The same login with one harmless command: is it only the login shell that fails? */
  'command-session': LoginFact
  'control-socket': {
    path: string
    exists: boolean
    check?: 'alive' | 'refused' | 'hangs' | 'other'
    /** Whether a session opened through a living master answered. */
    session?: 'works' | 'hangs' | 'fails'
    says?: string
  }
  /** First contact with every address: silent first, then speaking. */
  contact: { contacts: Contact[] }
  /** The same question again, to see whether the answer is always the same. */
  'contact-again': { contacts: Contact[] }
  /** From another of our own addresses. */
  'contact-other-source': { contacts: Contact[] }
  /** Ports that ought to be closed: who answers there? */
  'control-port': { contacts: Contact[] }
  /** Other services of the same host: do its programs still answer? */
  'second-service': { contacts: Contact[] }
  /** Ports sshd is often moved to. */
  'other-ssh-port': { contacts: Contact[] }
  /** A line that is no SSH: a living sshd answers it with one short line, however small the path's packets. */
  'contact-not-ssh': { contacts: Contact[] }
  /** The identification string byte by byte: what matches on the text `SSH-` in one packet does not see it. */
  'contact-split': { contacts: Contact[] }
  /** A KEXINIT nobody can agree with, small and then over 1300 bytes: the server ends both at once, if they arrive. */
  'kexinit-size': { small?: Contact; large?: Contact }
  /** TCP connections this machine already holds to the target's port, counted by local address. */
  'own-connections': { bySource: Record<string, number>; target: string; port: number; source?: string }
  route: {
    address: string
    source?: string
    device?: string
    mtu?: number
    neighbour?: 'reachable' | 'failed' | 'incomplete' | 'none'
    says: string
  }
  /** The jump host itself, when the target is reached through one. */
  'jump-contact': { host: string; port: number; lookup?: string; contacts: Contact[] }
  /** What the user already has: error text pasted into `explain`. */
  'client-text': ClientLog
  'server-log': ServerLogFact
  /** Told by a person or a cloud, not seen by us. */
  'management-agent': { state: 'online' | 'lost'; says?: string }
  workloads: { state: 'running' | 'gone'; says?: string }
}
export type FactId = keyof Facts
export type FactSheet = { [K in FactId]?: Fact<Facts[K]> }

export interface SshConfigFact {
  /** Path of the ssh program and its version line. */
  version?: string
  ok: boolean
  /** ssh's own sentence where it refuses the configuration. */
  error?: string
  host?: string
  port?: number
  user?: string
  identityFiles?: string[]
  certificateFiles?: string[]
  identitiesOnly?: boolean
  identityAgent?: string
  proxyCommand?: string
  proxyJump?: string
  controlPath?: string
  controlMaster?: string
  addressFamily?: 'any' | 'inet' | 'inet6'
  connectTimeout?: number
  bindAddress?: string
  strictHostKeyChecking?: string
  userKnownHostsFiles?: string[]
  hostKeyAlias?: string
  /** A RemoteCommand is configured; its words are not kept. */
  hasRemoteCommand?: boolean
  /** `none` and `subsystem` ask for no shell (8.7 on). */
  sessionType?: string
}

export interface KeyFile {
  path: string
  /** Named by the user on the command line or in ssh_config rather than one of ssh's own guesses. */
  named: boolean
  state: 'present' | 'missing' | 'too-open' | 'unreadable' | 'not-a-key' | 'passphrase'
  /** Octal mode, as `0644`. */
  mode?: string
}

/** What sshd's log says in sum; every count is at least so many. */
export interface ServerLogFact {
  lines: number
  throttling: number
  drops: number
  dropSources: number
  penalties: number
  failures: number
  failureSources: number
  accepted: number
  /** Faults sshd itself calls by name there. */
  names?: string[]
  /** Of those, told in lines about our own address or user since the examination began. */
  ours?: string[]
  /** Where it was read: `journal`, or the files. Undefined for pasted text. */
  source?: string
  says: string[]
}

/** What asking costs: the user's time, connections the target sees, and the burden on a sick server (0 none to 1 a login). */
export interface Cost {
  seconds: number
  connections: number
  load: number
}

/** A named reading of the facts with a closed set of values; undefined = not known. */
export interface Sign<V extends string = string> {
  id: string
  stage: Stage
  /** It stands beside the road and tells of the surroundings: a fault silent about it expects the ordinary, however far it lets you come. */
  beside?: true
  /** What the surroundings show where nothing bears on them, and a healthy machine on the road; without it, mostly `passes`. */
  usual?: Partial<Record<V, number>>
  /** Chosen by whoever breaks a machine for a test, not by the fault: never counted by the calibration. */
  uncounted?: true
  /** The value a healthy machine shows. */
  passes: V
  /**
   * Whether it keeps the user out: true where every other value than `passes` does, else those that do. A machine on which such a
   * value was read is never called free of faults. There is no default: whoever writes a sign has to decide.
   */
  shuts: boolean | readonly V[]
  values: readonly V[]
  from: readonly FactId[]
  /** One value; several where the facts leave it open which (a bare "Connection closed"); undefined where they are mute. */
  read(facts: FactSheet): V | readonly V[] | undefined
  /** One short clause a value, for the ledger of evidence. */
  says: Record<V, string>
  /** What exactly was seen there (a path, a rule, who), visible form; stands behind the clause. */
  detail?(facts: FactSheet): string | undefined
}

/** What to do about it, in words the terminal can show. `{host} {port} {user} {destination}` are filled in. */
export interface Advice {
  says: string
  command?: string
}

/** One disease. A row that is missing is filled by the stage rule (see knowledge/likelihood.ts). */
export interface Fault {
  id: string
  stage: Stage | '—'
  /** Where on the road it shows, when that is not its own stage: a wrong key file is the client's, and shows at auth. */
  shows?: Stage
  title: string
  /** Relative weight among all faults; normalised over the book. Source in `sources`. */
  prior: number
  /** One or two sentences: what goes wrong in the machine. */
  why: string
  /** The expert's guess: value → relative likelihood; values left out share what is left. */
  likelihood: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** It lets some attempts through: signs of later stages then read as on a healthy machine. */
  partial?: boolean
  /** What it means for the user when the login got through all the same; `degraded` unless said. */
  verdict?: 'degraded' | 'unreachable' | 'unknown'
  /** The mechanism's own causes: shown when one of the values is read. */
  becauseOf?: readonly { id: string; title: string; sign: string; values: readonly string[] }[]
  /**
   * Readings under which it cannot be this, whatever else is seen (`login-name: ['ordinary']` where only root is refused). Not for what is
   * merely unlikely, nor for what a probe may get wrong: that is a row of `likelihood`. The sentence for it stands in `excludedBy`, where
   * somebody may well suspect this fault.
   */
  impossibleWhen?: Readonly<Record<string, readonly string[]>>
  /** Said when the evidence excludes this fault; keyed by `sign=value`. */
  excludedBy?: Readonly<Record<string, string>>
  advice: Advice
  /** The same where somebody is on the server and has seen which; the first whose words can be filled in is given. */
  insideAdvice?: readonly Advice[]
  /** A more exact name of another fault, told apart only with evidence from within. */
  refines?: string
  sources: readonly string[]
}

export interface Evidence {
  sign: string
  value: string
  bits: number
  says: string
}
export interface RankedCause {
  id: string
  title: string
  stage: Stage | '—'
  probability: number
  because: Evidence[]
  becauseOf: { id: string; title: string; says: string }[]
}
export interface RuledOut {
  id: string
  title: string
  says: string
}
export type Verdict = 'reachable' | 'degraded' | 'unreachable' | 'unknown'

/** What to do next: a treatment, or the test that would decide between what is left. */
export interface Next {
  kind: 'do' | 'test'
  says: string
  command?: string
  /** For a test: the causes it would tell apart. */
  between?: string[]
}

/** A step of the road as the report shows it. */
export interface StageLine {
  name: string
  state: 'ok' | 'fail' | 'warn' | 'not-reached' | 'not-asked'
  says: string
  seconds?: number
}

export interface Diagnosis {
  verdict: Verdict
  signs: Record<string, string>
  causes: RankedCause[]
  ruledOut: RuledOut[]
  next: Next | null
  /** The test that would make the answer surer, whoever has to run it. */
  surer: Next | null
  road: StageLine[]
  notes: string[]
}

export interface Spent {
  connections: number
  seconds: number
}

/** What `--save` writes and `--from` reads: the raw evidence, and nothing concluded from it. */
export interface Case {
  schema: typeof SCHEMA
  kind: 'sshmedic-case'
  version: string
  openedAt: string
  target: Target
  facts: FactSheet
  spent: Spent
  /** The examination was cut short by the user. */
  interrupted?: boolean
}
