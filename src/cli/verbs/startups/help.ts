import type { Verb } from '../../verb.ts'

export const HELP = {
  usage: [{ line: 'startups [START:RATE:FULL]', says: 'what MaxStartups does under your load' }],
  about: [
    'says what MaxStartups does under your load, and what would help.',
    "Without a setting it is sshd's default, 10:30:100. Give the load, or take it from what was measured.",
  ],
  operands: [{ name: 'START:RATE:FULL', words: ['10:30:100'] }],
  examples: [
    { line: 'startups 10:30:100 --rate 0.5/s --hold 120s', says: 'a load that is known' },
    { line: 'startups --dropped 7/20', says: 'a load that was felt' },
    { line: 'startups --from-logs /var/log/auth.log --against 20:50:100', says: 'a load that was written down' },
  ],
  exitCodes: [
    { code: 0, means: 'answered' },
    { code: 2, means: 'usage' },
    { code: 3, means: 'the log could not be read, or the answer not written' },
  ],
} as const satisfies Partial<Verb>
