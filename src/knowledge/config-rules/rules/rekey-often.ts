import type { Rule } from '../view.ts'

export const rekeyOften: Rule = {
  id: 'rekey-often',
  keywords: ['rekeylimit'],
  side: 'reachability',
  sources: ['sshd_config(5) RekeyLimit'],
  check(c) {
    const [bytes, seconds] = c.one('rekeylimit').split(' ').map(Number)
    const small = (bytes ?? 0) > 0 && bytes! < 16 * 1024 * 1024
    const often = (seconds ?? 0) > 0 && seconds! < 300
    if (!c.set('rekeylimit') || !(small || often)) return undefined
    return {
      severity: 'minor',
      says: `Keys are exchanged anew very often: RekeyLimit ${c.one('rekeylimit')}.`,
      reason: 'Transfers stall each time, and some clients end the connection.',
    }
  },
}
