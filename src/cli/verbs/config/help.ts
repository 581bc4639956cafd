import type { Verb } from '../../verb.ts'

export const HELP = {
  usage: [{ line: 'config [FILE|[user@]host|--local]', says: 'what sshd_config really says, what hurts' }],
  about: [
    'says what sshd makes of its configuration, and from which line each value comes.',
    'With no FILE and no host named, it reads /etc/ssh/sshd_config of this machine.',
    "--local also asks this machine's sshd; with a HOST, the file and the sshd of that host are asked over ssh.",
    'It knows OpenSSH 6.6 to 10.5.',
  ],
  operands: [
    { name: 'FILE', is: 'file' },
    { name: 'HOST', is: 'host' },
  ],
  examples: [
    { line: 'config --user deploy --address 203.0.113.7', says: 'what counts for this login' },
    { line: 'config --local --audit --recommend', says: 'what hurts here, and what to write' },
    { line: 'config root@203.0.113.7 --diff /etc/ssh/sshd_config', says: 'a host beside this machine' },
  ],
  exitCodes: [
    { code: 0, means: 'answered' },
    { code: 1, means: 'sshd would not start, or --audit found what shuts people out' },
    { code: 2, means: 'usage' },
    { code: 3, means: 'nothing was read: no such file, too large, no sshd_config' },
  ],
} as const satisfies Partial<Verb>
