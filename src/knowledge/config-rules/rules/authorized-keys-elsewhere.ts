import type { Rule } from '../view.ts'

export const authorizedKeysElsewhere: Rule = {
  id: 'authorized-keys-elsewhere',
  keywords: ['authorizedkeysfile'],
  side: 'reachability',
  sources: ['sshd_config(5) AuthorizedKeysFile', 'auth2-pubkey.c'],
  check(c) {
    const files = c
      .one('authorizedkeysfile')
      .split(' ')
      .filter((file) => file !== '')
    const usual = (file: string) => /^(?:%h\/)?\.ssh\/authorized_keys2?$/.test(file)
    if (!c.set('authorizedkeysfile') || files.some(usual)) return undefined
    const shared = files.filter((file) => file.startsWith('/') && !/%[uUh]/.test(file))
    return {
      severity: shared.length > 0 ? 'major' : 'minor',
      says:
        files[0] === 'none'
          ? 'AuthorizedKeysFile none: keys in ~/.ssh/authorized_keys are not read.'
          : `Keys are read from ${files.join(' and ')}, not from ~/.ssh/authorized_keys.`,
      reason:
        shared.length > 0
          ? `There is one file for all users (${shared.join(', ')}): each key in it opens every account.`
          : 'ssh-copy-id and cloud-init write into ~/.ssh/authorized_keys; such keys are refused.',
    }
  },
}
