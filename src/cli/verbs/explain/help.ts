import type { Verb } from '../../verb.ts'

export const HELP = {
  usage: [
    { line: '$ ssh -v HOST 2>&1 | sshmedic explain', says: 'read what you already have' },
    { line: 'explain TEXT…', says: 'the same, as words' },
    { line: 'explain --lines [FILE]', says: 'every line beside what it means' },
  ],
  about: [
    "reads what ssh, sshd, a cloud's console or a person said of a login that fails, and says which causes it leaves. No host is asked.",
    'A word that looks like an option is text, unless it is one of these options; after -- everything is text.',
    '--lines reads a file where its one word names a file; gzip, xz, zstd and UTF-16 are read as well. With --json it writes one object a line.',
  ],
  operands: [{ name: 'TEXT' }, { name: 'FILE', is: 'file' }],
  examples: [
    { line: 'explain "Connection closed by 203.0.113.7 port 22"', says: 'one line' },
    { line: '$ journalctl -u ssh | sshmedic explain', says: "sshd's own words" },
    { line: 'explain --lines /var/log/auth.log', says: 'line by line' },
  ],
  exitCodes: [
    { code: 0, means: 'the login worked; with --lines: at least one line is known' },
    { code: 1, means: 'it did not, or not well' },
    { code: 2, means: 'usage' },
    { code: 3, means: 'the text does not tell; with --lines: not one line is known' },
  ],
} as const satisfies Partial<Verb>
