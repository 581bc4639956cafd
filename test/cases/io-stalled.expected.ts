import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'host-starved',
  sure: 0.7,
  among: ['io-stalled'],
  ruledOut: { 'maxstartups-saturated': /turns you away at once/ },
} satisfies Expected
