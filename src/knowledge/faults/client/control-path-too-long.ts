import type { Fault } from '../../../core/types.ts'

export default {
  id: 'control-path-too-long',
  stage: 'client',
  title: 'The path of the shared connection is too long',
  prior: 0.3,
  why: 'ControlPath names a Unix socket, and the name of one has room for about 100 bytes; long host and user names fill it, and ssh stops.',
  namedBy: ['client-control-path-too-long'],
  likelihood: {
    'client-names': { 'control-path-too-long': 0.97, none: 0.02 },
    'ssh-config': { unusable: 0.6, usable: 0.4 },
    // Whoever asks without ssh meets a server in good health.
    name: { resolves: 0.97 },
    connect: { open: 0.95 },
    'first-contact': { banner: 0.97 },
    'kex-contact': { kexinit: 0.97 },
  },
  sources: ['mux.c muxclient, muxserver_listen; misc.c unix_listener (9.2)', 'unix(7): sun_path has 108 bytes'],
} satisfies Fault
