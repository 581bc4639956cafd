import type { Fault } from '../../../core/types.ts'

export default {
  id: 'proxy-command-fails',
  stage: 'client',
  title: 'The proxy command on your side fails',
  prior: 1.5,
  why: 'ssh reaches the server only through a command of yours (ProxyCommand), and that command ends without reaching the server.',
  likelihood: {
    'first-contact': { silent: 0.4, closed: 0.45, reset: 0.1 },
    proxy: { 'command-fails': 0.58, wordless: 0.4, clear: 0.01 },
  },
  sources: ['causes.md 3.2.0', 'openssh.md 4.1'],
} satisfies Fault
