import type { Fault } from '../../../core/types.ts'

export default {
  id: 'disk-full',
  stage: 'host',
  title: 'The disk of the host is full',
  prior: 0.1,
  partial: true,
  refines: 'host-starved',
  why: 'A login as such still works; a program that has to write fails or waits.',
  likelihood: {
    'first-contact': { banner: 0.85, silent: 0.12 },
    'second-service': { speaks: 0.6, none: 0.3 },
    auth: { accepted: 0.6, closed: 0.3 },
    session: { works: 0.7, breaks: 0.12, hangs: 0.15 },
    disk: { full: 0.97, 'read-only': 0.02 },
  },
  sources: ['openssh.md 4.4 #68'],
} satisfies Fault
