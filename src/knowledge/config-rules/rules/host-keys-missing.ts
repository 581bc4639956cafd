import type { Rule } from '../view.ts'

export const hostKeysMissing: Rule = {
  id: 'host-keys-missing',
  keywords: ['hostkey'],
  side: 'reachability',
  sources: ['sshd.c main', 'openssh.md 3.1'],
  check(c) {
    const there = c.host.hostKeyFiles
    const wanted = c.all('hostkey')
    if (there === undefined || wanted.length === 0) return undefined
    const missing = wanted.filter((file) => !there.includes(file))
    if (missing.length === 0) return undefined
    const none = missing.length === wanted.length
    return {
      severity: none ? 'critical' : c.set('hostkey') ? 'minor' : 'note',
      says: none
        ? `Every host key is missing: ${missing.join(', ')}.`
        : `Not all host keys are there: ${missing.join(', ')}.`,
      reason: none
        ? c.since(9, 8)
          ? 'sshd does not start again; ssh-keygen -A makes new ones, and every known_hosts then warns that the key has changed.'
          : 'sshd does not start again, and up to 9.7 a running one cuts every connection; ssh-keygen -A makes new ones, and every known_hosts then warns that the key has changed.'
        : 'Clients that know only that kind of key see a changed or unknown one.',
    }
  },
}
