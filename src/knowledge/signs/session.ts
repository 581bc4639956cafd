import { known } from '../../core/probe.ts'
import { clientLog, furthestLogin, textShows } from '../../core/seen.ts'
import type { FactSheet, Sign } from '../../core/types.ts'

const SESSION = [
  'works',
  'ends-at-once',
  'runs-something-else',
  'hangs',
  'hangs-for-commands',
  'refused',
  'no-session',
  'breaks',
] as const

/** What stands in the place of a shell says so itself; a paste has no more than its words. */
function told(text: string): (typeof SESSION)[number] | undefined {
  if (/account is (?:currently )?not available|^Password change required/im.test(text)) return 'ends-at-once'
  // A git host greets by name and, as it is meant, gives no shell: to git the login works.
  if (
    /You've successfully authenticated(?: with the key named .{1,100})?, but|Welcome to GitLab, @|You can use git to connect to Bitbucket/im.test(
      text,
    )
  )
    return 'works'
  return /sftp connections only|does not provide shell access|^Please login as the user /im.test(text)
    ? 'runs-something-else'
    : undefined
}

/** What a text shows of the session; it ends where it was cut. */
function fromText(facts: FactSheet): (typeof SESSION)[number] | readonly (typeof SESSION)[number][] | undefined {
  const log = clientLog(facts)
  const own = told([log?.says ?? '', ...(log?.serverText ?? []), ...(log?.rest ?? [])].join('\n'))
  if (own !== undefined) return own
  const text = known(facts, 'pasted-text')
  if (log && textShows(facts, 'authenticated')) {
    // A pipe that breaks tells that nothing came for long, or that the connection was cut.
    if (log.failure === 'broken-pipe') return ['breaks', 'hangs']
    if (log.failure !== undefined) return /session-closed|closed|reset/.test(log.failure) ? 'breaks' : undefined
    if (log.interrupted) return 'hangs'
  }
  return text?.works ? 'works' : undefined
}

export const session = {
  id: 'session',
  stage: 'session',
  passes: 'works',
  shuts: true,
  values: SESSION,
  from: ['login', 'command-session', 'client-text', 'pasted-text'],
  read(facts) {
    const fact = furthestLogin(facts)
    const log = clientLog(facts)
    if (!fact && fromText(facts) === 'works') return 'works'
    if (log?.failure === 'session-refused') return 'refused'
    if (!fact) return fromText(facts)
    if (fact.stepAt.authenticated === undefined) return undefined
    if (fact.shellAnswered) return fact.stopped && !fact.commandAnswered ? 'hangs-for-commands' : 'works'
    // A forced command may take its time; that it is one has been announced.
    if (log?.forcedCommand) return 'runs-something-else'
    if (fact.stopped) return fact.seconds - fact.stepAt.authenticated > 4 ? 'hangs' : undefined
    if (log?.failure && /session-closed|broken-pipe|closed|reset/.test(log.failure) && fact.exit === 255)
      return 'breaks'
    // session.c do_child, do_nologin: 254 where PAM opened no session (a limit of logins, a module that fails), and where nologin closes the machine.
    if (fact.exit === 254) return 'no-session'
    const command = known(facts, 'command-session')
    if (command?.shellAnswered) return 'ends-at-once'
    // nologin(8) says so and exits 1; false(1) says nothing and exits 1; a forced command says or does something of its own.
    if (
      /account is (?:currently )?not available|account (?:has been )?disabled|no shell|nologin/i.test(fact.output ?? '')
    )
      return 'ends-at-once'
    const ran = command ?? fact
    const own = told(ran.output ?? '')
    if (own) return own
    // A message of the day is no command's output: the bare command tells.
    if (ran.exit === 0) return ran.output ? 'runs-something-else' : ['ends-at-once', 'runs-something-else']
    // A shell that refuses may say why in words of its own (nologin.txt), and a forced command may fail.
    return ran.output ? ['ends-at-once', 'runs-something-else'] : 'ends-at-once'
  },
  says: {
    works: 'a shell answers',
    'ends-at-once': 'the login succeeds and the shell ends at once',
    'runs-something-else': 'the server runs a command of its own instead of your shell',
    hangs: 'the login succeeds and the shell never answers',
    'hangs-for-commands': 'the shell answers, and a remote command hangs',
    refused: 'the login succeeds and the server refuses to open a session',
    'no-session': 'the login succeeds and the server ends the session before there is a shell',
    breaks: 'the login succeeds and the server breaks the connection',
  },
} satisfies Sign<(typeof SESSION)[number]>

export const sessionPace = {
  id: 'session-pace',
  stage: 'session',
  passes: 'quick',
  shuts: false,
  values: ['quick', 'slow'],
  from: ['login'],
  read(facts) {
    const { authenticated, shell } = furthestLogin(facts)?.stepAt ?? {}
    // pam_systemd waits 25 s for a stuck logind (causes.md 3.2.5); a second and a half is already felt.
    return authenticated === undefined || shell === undefined
      ? undefined
      : shell - authenticated > 2.5
        ? 'slow'
        : 'quick'
  },
  says: { quick: 'the shell is there at once', slow: 'the shell takes seconds to come' },
} satisfies Sign<'quick' | 'slow'>
