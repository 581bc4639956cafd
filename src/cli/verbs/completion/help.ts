import type { Verb } from '../../verb.ts'

export const SHELLS = ['bash', 'zsh', 'fish'] as const

export const HELP = {
  usage: [{ line: 'completion bash|zsh|fish', says: 'a script that makes your shell complete sshmedic' }],
  about: [
    'prints a script that makes your shell complete verbs, options, their values, files and hosts.',
    'Hosts are those of your ssh_config and known_hosts.',
  ],
  operands: [{ name: 'SHELL', words: SHELLS }],
  examples: [
    { line: '$ source <(sshmedic completion bash)', says: 'in ~/.bashrc' },
    { line: '$ source <(sshmedic completion zsh)', says: 'in ~/.zshrc, behind compinit' },
    { line: '$ sshmedic completion fish | source', says: 'in config.fish' },
  ],
  exitCodes: [
    { code: 0, means: 'printed' },
    { code: 2, means: 'usage' },
    { code: 3, means: 'it could not be written' },
  ],
} as const satisfies Partial<Verb>
