import type { Fault } from '../../../core/types.ts'

export default {
  id: 'host-key-changed',
  stage: 'client',
  shows: 'kex',
  title: "The server's host key is not the one you know",
  prior: 2,
  why: 'Either the machine was rebuilt, or the address now belongs to another machine, or somebody is in between. ssh stops before it proves who you are.',
  likelihood: {
    'host-key': { changed: 0.98 },
    kex: { agrees: 0.97 },
    'kex-contact': { kexinit: 0.997 },
    pace: { quick: 0.9 },
  },
  sources: ['openssh.md 4.3 #35'],
} satisfies Fault
