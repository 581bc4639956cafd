/** `--help`: what somebody needs at three in the morning, on one screen. */
export const HELP = `sshmedic: put it where you typed ssh, and it says why you cannot get in.

  sshmedic [ssh's options] [user@]host  diagnose, with the options you gave ssh
  sshmedic alice@host --via ops@host    look from within, over another login
  sshmedic --local [user@]              on the server itself: why not this user?
  sshmedic --from FILE                  diagnose a saved case again, offline
  ssh -v HOST 2>&1 | sshmedic explain   read what you already have
  sshmedic logs [FILE|HOST]             who floods sshd, whom it drops
  sshmedic config [FILE|HOST]           what sshd_config really says, what hurts
  sshmedic startups [10:30:100]         what MaxStartups does under your load

  --json --markdown --html    the same for machines, for a ticket, as one page
  --save FILE                 keep the whole case with its raw evidence
  --address ADDRESS           from within: the address people come from
  --timeout SECONDS           how patient to be (30)
  --budget N                  connections to the SSH port in any 20 s (5)
  --color --no-color          insist on colour, or on none
  --help --version            --help behind a verb is that verb's own

It only looks: nothing is changed on this machine or the server, and a remote
command you typed is not run.
Exit codes: 0 reachable, 1 unreachable or degraded, 2 usage, 3 could not tell,
130 interrupted.
A host whose name is one of the verbs is reached as: sshmedic -- logs
`
