import type { Fault } from '../../../core/types.ts'

export default {
  id: 'ipv6-path-broken',
  stage: 'path',
  title: 'The IPv6 way to the server is broken',
  prior: 1.5,
  partial: true,
  why: 'The name has an IPv6 address that does not answer; ssh tries it first and waits, although IPv4 works.',
  likelihood: {
    'control-port': { refused: 0.5, silent: 0.45 },
    families: { 'ipv6-fails': 0.98 },
  },
  sources: ['RFC 8305'],
} satisfies Fault
