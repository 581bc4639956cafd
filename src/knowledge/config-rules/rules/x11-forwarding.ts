import type { Rule } from '../view.ts'

export const x11Forwarding: Rule = {
  id: 'x11-forwarding',
  keywords: ['x11forwarding'],
  side: 'safety',
  sources: ['sshd_config(5) X11Forwarding'],
  peers: ['Lynis SSH-7408 X11Forwarding'],
  check(c) {
    if (!c.is('x11forwarding', 'yes')) return undefined
    const everywhere = c.is('x11uselocalhost', 'no')
    return {
      severity: everywhere ? 'minor' : 'note',
      says: everywhere
        ? 'X11 is forwarded, and its proxy listens on every address.'
        : 'X11 is forwarded for everybody who asks for it.',
      reason: "A server that is taken over can then read the keyboard of the client's screen.",
      recommend: { keyword: 'X11Forwarding', value: 'no' },
    }
  },
}
