import type { Rule } from '../view.ts'

export const clientAliveCuts: Rule = {
  id: 'client-alive-cuts',
  keywords: ['clientaliveinterval', 'clientalivecountmax'],
  side: 'reachability',
  sources: ['serverloop.c client_alive_check', 'sshd_config(5) ClientAliveInterval', 'openssh.md 4.4 #61'],
  peers: ['Lynis SSH-7408 ClientAliveInterval', 'Lynis SSH-7408 ClientAliveCountMax'],
  check(c) {
    const [interval, most] = [c.number('clientaliveinterval'), c.number('clientalivecountmax')]
    if (!(interval > 0)) return undefined
    if (most === 0) {
      if (c.since(8, 2)) return undefined
      return {
        severity: 'major',
        keyword: 'clientalivecountmax',
        says: `ClientAliveCountMax 0 ends every session that is idle for ${interval} s.`,
        reason: 'Before OpenSSH 8.2 a count of 0 cuts at the first silence, live client or not.',
        recommend: { keyword: 'ClientAliveCountMax', value: '3' },
      }
    }
    if (interval * most >= 60) return undefined
    return {
      severity: 'minor',
      says: `A session is cut after ${interval * most} s without an answer (ClientAliveInterval ${interval}, ClientAliveCountMax ${most}).`,
      reason: 'A short break of the network, a laptop that sleeps or a change of Wi-Fi ends the session.',
      recommend: { keyword: 'ClientAliveInterval', value: '60' },
    }
  },
}
