import type { Expected } from './expected.ts'

// What outside cannot tell apart: the name is listed, and the host as a whole comes first.
export default {
  verdict: 'unreachable',
  first: 'host-starved',
  sure: 0.7,
  among: ['memory-exhausted'],
  ruledOut: { 'maxstartups-saturated': /turns you away at once/, 'sshd-hung': /agent was lost/ },
} satisfies Expected
