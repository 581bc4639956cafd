/** After a mistake: one line of what can be typed. */
export const USAGE =
  'usage: sshmedic logs [FILE…|FOLDER|-|--journal|[user@]host] [--since T] [--until T] [--follow] ' +
  '[--json|--ndjson|--markdown|--html] [--zone Z] [--year Y] [--max-startups 10:30:100]'

/** `sshmedic logs --help`. */
export const HELP = `sshmedic logs [FILE…|FOLDER|-|--journal|[user@]host]: whom sshd turns away,
who floods or guesses, who was let in after failing, and what to do.

  Without a word it reads this machine's own logs. A file may be gzip, xz or
  zstd; rotated ones beside it are read with a FOLDER; - is standard input; a
  host's logs come over ssh (-i, -p, -J, -F, -o, -l as for ssh).

  --since T, --until T   '2025-11-08 17:00', yesterday, '2h ago', -2h
  --follow, -f           keep reading as the log grows; ^C ends with the summary
  --zone Z               of times that name none: UTC, +02:00, Europe/Berlin
  --year Y               of the first line, where times have no year
  --max-startups S:R:F   of the server that wrote it: a drop with fewer than S
                         pending is PerSourceMaxStartups'

  --json                 everything, never cut to a top ten
  --ndjson               one object for each line that is sshd's
  --markdown --html      for a ticket, as one page
  --color --no-color     insist on colour, or on none

Exit codes: 0 nothing to act on, 1 people are turned away, somebody was let in
after a run of guesses, or passwords are guessed in earnest, 2 usage,
3 something could not be read and the rest shows nothing wrong.
`
