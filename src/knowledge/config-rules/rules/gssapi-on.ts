import type { Rule } from '../view.ts'

export const gssapiOn: Rule = {
  id: 'gssapi-on',
  keywords: ['gssapiauthentication'],
  side: 'reachability',
  sources: ['auth2-gss.c', 'sshd_config(5) GSSAPIAuthentication'],
  check(c) {
    if (!c.is('gssapiauthentication', 'yes')) return undefined
    return {
      severity: 'note',
      says: 'GSSAPIAuthentication is on.',
      reason:
        'With a dead resolver or an unreachable Kerberos server clients wait there for seconds before they try a key, and each holds a slot meanwhile.',
    }
  },
}
