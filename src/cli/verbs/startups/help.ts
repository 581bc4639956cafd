/** After a mistake: one line of what can be typed. */
export const USAGE =
  'usage: sshmedic startups [START:RATE:FULL] [--rate 0.5/s] [--hold 120s] [--grace 120s] [--logins 2/s] ' +
  '[--dropped 7/20] [--from-logs FILE] [--against 20:50:100] [--release 9.2] [--json|--markdown|--html]'

/** `sshmedic startups --help`. */
export const HELP = `sshmedic startups [START:RATE:FULL]: what MaxStartups does under your load,
and what would help.

  Without a setting it is sshd's default, 10:30:100. The load is said, or taken
  from what was measured:

  --rate 0.5/s           strangers' connections (also 30/min, 120/h)
  --hold 120s            how long each stranger keeps its place; unless said,
                         until sshd ends it
  --grace 120s           LoginGraceTime; 0 is none
  --logins 2/s           honest logins, which count as well
  --login-hold 2s        how long an honest login takes until it is let in
  --dropped 7/20         seven of twenty tries were dropped: how many pend?
  --from-logs FILE       from sshd's log, or what 'sshmedic logs --json' wrote
  --sources 40           how many addresses the strangers come from
  --every 10s            how often you try to log in

  --against 20:50:100    a setting somebody proposes: better or worse, and when?
  --full-at-most 200     recommend no higher full, unless it is higher already
  --memory 512M          what connections that have not logged in may cost
  --grace-at-least 20s   recommend no shorter LoginGraceTime than this
  --release 9.2          the sshd it is for

  --json --markdown --html   for machines, for a ticket, as one page
  --color --no-color         insist on colour, or on none

Exit codes: 0 answered, 2 usage, 3 the log could not be read, or the answer not
written.
`
