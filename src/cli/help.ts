/** `--help`: what somebody needs at three in the morning, on one screen. */
export const HELP = `sshmedic: put it where you typed ssh, and it says why you cannot get in.

  sshmedic [ssh's options] [user@]host     diagnose, with the very options you gave ssh
  sshmedic --from FILE                     diagnose a saved case again, offline
  ssh -v HOST 2>&1 | sshmedic explain      read what you already have
  sshmedic explain "kex_exchange_identification: ..."

  --json --markdown --html    the same case for machines, for a ticket, as one self-contained page
  --save FILE                 keep the whole case with its raw evidence
  --timeout SECONDS           how patient to be (30)
  --budget N                  connections to the SSH port in any 20 s, at most (5)
  --color --no-color          insist on colour, or on none
  --via DESTINATION           reserved: a second way in
  --help --version

It only looks: nothing is changed on this machine or the server, and a remote command you typed is not run.
Exit codes: 0 reachable, 1 unreachable or degraded, 2 usage, 3 could not tell, 130 interrupted.
A host whose name is "explain" is reached as: sshmedic -- explain
`
