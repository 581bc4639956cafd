import type { Fault } from '../../../core/types.ts'

export default {
  id: 'name-not-found',
  stage: 'name',
  title: 'There is no such name',
  prior: 2,
  why: 'The name servers answer, and they know no address for it: a misspelling, a deleted record, or a name only another network knows.',
  likelihood: {
    name: { 'not-found': 0.97 },
  },
  sources: ['openssh.md 4.2 #5'],
} satisfies Fault
