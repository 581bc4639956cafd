import type { Entry } from '../../entry.ts'

/** Debian's and Ubuntu's sshd asks libwrap, whose line stands under sshd's name. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'wrappers-refused-connect',
    by: 'tcp-wrappers',
    level: 'info',
    step: 'banner',
    road: 'breaks',
    says: 'tcp wrappers (/etc/hosts.deny) refuse this address.',
    words: /^refused connect from (?:\S{1,255} \((?<address>[^()\s]{1,255})\)|[^()\s]{1,255})$/,
    message: 'refused-by-wrappers',
    source: 'tcp_wrappers 7.6, refuse.c; OpenSSH with Debian’s libwrap patch, sshd.c (openssh.md 4.2 #12)',
  },
]
