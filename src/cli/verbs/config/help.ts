/** After a mistake: what can be typed. */
export const USAGE =
  'usage: sshmedic config [FILE|DESTINATION|--local] [--user U --address A] [--explain] [--audit] [--recommend] [--diff FILE]\n' +
  '       [--host NAME] [--laddress A] [--lport PORT] [--rdomain R] [--invalid-user] [--release 9.2] [--root DIR] [--json]'

/** `sshmedic config --help`. */
export const HELP = `sshmedic config [FILE|DESTINATION|--local]: what sshd makes of its
configuration, and from which line each value comes.

  Without a word it reads /etc/ssh/sshd_config of this disk; --local asks this
  machine's own sshd as well, a DESTINATION does so over ssh (-i, -p, -J, -F, -o
  as for ssh).

  --user U --address A   what counts for this user, coming from there (Match)
  --host NAME, --laddress A, --lport PORT, --rdomain R, --invalid-user
                         what else a Match may ask for
  --explain              each value: what it does, and what else was written
  --audit                what hurts reaching it, and what hurts its safety
  --recommend            lines to write, and the file to write them to
  --diff FILE            what differs from another file, as sshd reads both
  --release 9.2          the sshd that is meant, where none can be asked
  --root DIR             read every path, Includes too, under DIR

  --json                 for machines
  --color --no-color     insist on colour, or on none

Exit codes: 0 answered, 1 sshd would not start, or --audit found what shuts
people out, 2 usage, 3 it could not be read.
`
