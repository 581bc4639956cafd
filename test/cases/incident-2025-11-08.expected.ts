import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'host-starved',
  sure: 0.5,
  among: ['memory-exhausted', 'cpu-starved'],
  ruledOut: { 'maxstartups-saturated': /turns you away at once/, 'sshd-hung': /agent was lost/ },
  next: /reboot/,
} satisfies Expected
