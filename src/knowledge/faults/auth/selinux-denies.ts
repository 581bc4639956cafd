import type { Fault } from '../../../core/types.ts'

export default {
  id: 'selinux-denies',
  stage: 'auth',
  title: 'SELinux keeps sshd from what it needs for your login',
  prior: 0.15,
  refines: 'key-not-accepted',
  why: 'A file has a label that sshd may not read (authorized_keys that was moved there, a home elsewhere), or a boolean of the policy is off; owner and modes are fine.',
  // Root is refused a port only by a policy: the port has no label ssh_port_t.
  namedBy: ['selinux-denied', 'bind-not-permitted'],
  leftOpenBy: ['keys-file-unreadable'],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.85, closed: 0.08, accepted: 0.04 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'mandatory-access': { selinux: 0.9, quiet: 0.09 },
    'log-names': { 'selinux-denies': 0.75, 'keys-unreadable': 0.2, none: 0.04 },
    'log-of-ours': { 'keys-unreadable': 0.5, none: 0.49 },
  },
  impossibleWhen: { 'server-kind': ['openssh-windows', 'git-host', 'appliance'] },
  sources: ['openssh.md 4.3 #46', 'ssh_selinux(8): ssh_home_t, use_nfs_home_dirs'],
} satisfies Fault
