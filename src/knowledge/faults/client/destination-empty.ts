import type { Fault } from '../../../core/types.ts'

export default {
  id: 'destination-empty',
  stage: 'client',
  title: 'The host to connect to is empty',
  prior: 0.5,
  why: 'The name came from a variable, a secret or a list that holds nothing, so the program that connects has no host: it stops, or it calls its own machine.',
  namedBy: ['client-destination-empty'],
  likelihood: {
    'client-names': { 'destination-empty': 0.96, none: 0.03 },
    'ssh-config': { usable: 0.7, unusable: 0.3 },
    name: { 'not-found': 0.5, resolves: 0.4, 'lookup-fails': 0.1 },
    // Go and others take an empty host for this machine, where often nothing listens.
    connect: { refused: 0.85, timeout: 0.05, open: 0.05 },
    'refusal-by': { reset: 0.97 },
  },
  sources: ['Go net.Dial: "For TCP and UDP, if the host is empty … the local system is assumed"', 'causes.md 3.2.0: C'],
} satisfies Fault
