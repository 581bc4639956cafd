import type { Fault } from '../../../core/types.ts'

export default {
  id: 'control-path-too-long',
  stage: 'client',
  title: 'The path of the shared connection is too long',
  prior: 0.3,
  partial: true,
  verdict: 'unreachable',
  why: 'ControlPath names a Unix socket, and the name of one has room for about 100 bytes; long host and user names fill it, and ssh stops.',
  namedBy: ['client-control-path-too-long'],
  likelihood: {
    // Our own login goes past shared connections, and says nothing of it.
    'client-names': { 'control-path-too-long': 0.5, none: 0.49 },
    'ssh-config': { usable: 0.6, unusable: 0.4 },
    'control-path': { 'too-long': 0.98 },
  },
  sources: ['mux.c muxclient, muxserver_listen; misc.c unix_listener (9.2)', 'unix(7): sun_path has 108 bytes'],
} satisfies Fault
