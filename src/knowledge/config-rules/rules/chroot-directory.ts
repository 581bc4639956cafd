import type { Rule } from '../view.ts'

export const chrootDirectory: Rule = {
  id: 'chroot-directory',
  keywords: ['chrootdirectory'],
  side: 'reachability',
  sources: ['session.c safely_chroot', 'sshd_config(5) ChrootDirectory'],
  check(c) {
    if (!c.set('chrootdirectory') || c.is('chrootdirectory', 'none', '')) return undefined
    return {
      severity: 'minor',
      says: `Sessions are confined to ${c.one('chrootdirectory')}.`,
      reason:
        'Every directory on the way must belong to root and be writable for nobody else, or sshd ends each session after the login with a broken pipe; a shell needs its files inside.',
    }
  },
}
