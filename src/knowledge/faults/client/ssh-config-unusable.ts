import type { Fault } from '../../../core/types.ts'

export default {
  id: 'ssh-config-unusable',
  stage: 'client',
  title: 'ssh refuses its own configuration',
  prior: 2,
  why: 'A line of ssh_config is wrong, unreadable or writable by others; ssh stops before it sends anything.',
  likelihood: {
    'ssh-config': { unusable: 0.999 },
    // Whoever asks without ssh may well meet a server in good health.
    name: { resolves: 0.95 },
    loss: { none: 0.95 },
    connect: { open: 0.7, timeout: 0.12, refused: 0.12 },
    'first-contact': { banner: 0.9 },
    'kex-contact': { kexinit: 0.95 },
  },
  impossibleWhen: { 'ssh-config': ['usable'] },
  sources: ['ssh.c process_config_files, readconf.c (9.2)'],
} satisfies Fault
