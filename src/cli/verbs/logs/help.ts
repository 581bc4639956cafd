import type { Verb } from '../../verb.ts'

export const HELP = {
  usage: [{ line: 'logs [FILE…|FOLDER|-|--journal|[user@]host]', says: 'who floods sshd, and who is dropped' }],
  about: [
    'says what sshd failed at, who is turned away, who floods or guesses, who was let in after failing, and what to do.',
    "Without FILE, FOLDER or HOST it reads this machine's own logs. A file may be gzip, xz or zstd. With a FOLDER it reads the rotated logs in it as well; - is standard input; a host's logs come over ssh.",
  ],
  operands: [
    { name: 'FILE', is: 'file' },
    { name: 'HOST', is: 'host' },
  ],
  examples: [
    { line: 'logs /var/log/auth.log', says: 'one file' },
    { line: 'logs --since -2h root@203.0.113.7', says: 'the last two hours of a host' },
    { line: 'logs --follow', says: 'what happens now' },
  ],
  exitCodes: [
    { code: 0, means: 'nothing to act on' },
    {
      code: 1,
      means:
        'sshd fails, people are turned away, somebody was let in after a run of guesses, or passwords are guessed in earnest',
    },
    { code: 2, means: 'usage' },
    { code: 3, means: 'no line is from sshd, or something could not be read and the rest shows nothing wrong' },
  ],
} as const satisfies Partial<Verb>
