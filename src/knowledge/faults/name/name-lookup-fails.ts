import type { Fault } from '../../../core/types.ts'

export default {
  id: 'name-lookup-fails',
  stage: 'name',
  title: 'Names cannot be looked up',
  prior: 1,
  why: 'No name server answers this machine; the server itself may be well.',
  likelihood: {
    name: { 'lookup-fails': 0.96 },
  },
  sources: ['openssh.md 4.2 #5'],
} satisfies Fault
