import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'host-starved',
  sure: 0.7,
  among: ['memory-exhausted', 'io-stalled', 'cpu-starved'],
  ruledOut: { 'maxstartups-saturated': /turns you away at once/, 'sshd-hung': /agent was lost/ },
  next: /reboot/,
} satisfies Expected
