import type { Rule } from '../view.ts'

export const pubkeyAlgorithmsNarrow: Rule = {
  id: 'pubkey-algorithms-narrow',
  keywords: ['pubkeyacceptedalgorithms', 'pubkeyacceptedkeytypes'],
  side: 'reachability',
  sources: ['auth2-pubkey.c', 'openssh.md 4.3 #48'],
  check(c) {
    const keyword = c.all('pubkeyacceptedalgorithms').length > 0 ? 'pubkeyacceptedalgorithms' : 'pubkeyacceptedkeytypes'
    const names = c.list(keyword)
    if (names.length === 0 || !c.set(keyword) || !c.is('pubkeyauthentication', 'yes')) return undefined
    const plain = (start: string) => names.some((name) => name.startsWith(start) && !name.includes('-cert-'))
    const lost = [
      ...(plain('ssh-ed25519') ? [] : ['Ed25519']),
      ...(plain('rsa-sha2-') || plain('ssh-rsa') ? [] : ['RSA']),
      ...(plain('ecdsa-sha2-') ? [] : ['ECDSA']),
    ]
    if (lost.length === 0) return undefined
    const all = lost.length === 3
    return {
      severity: all ? 'major' : 'minor',
      keyword,
      says: `Keys of these kinds are refused: ${lost.join(', ')}.`,
      reason: `${all ? 'Only certificates or hardware keys get in. ' : ''}A user with such a key sees what a wrong key would show: 'Permission denied (publickey)'.`,
    }
  },
}
