import type { Entry } from '../entry.ts'

/** SELinux: what the kernel denied sshd and its helpers, and how setroubleshoot tells it. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'selinux-denied-port',
    by: 'selinux',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'SELinux does not let sshd listen on this port until it is labelled ssh_port_t.',
    words:
      /^(?:node=\S{1,255} )?(?:audit: )?(?:type=(?:AVC|1400) (?:msg=)?audit\(\S{1,60}\): ?|AVC )avc: {1,2}denied {1,2}\{ (?<option>name_bind) \} for {1,2}pid=\d{1,10} comm="(?<program>sshd[\w-]{0,20})" src=(?<port>\d{1,5}) scontext=\S{1,200} tcontext=\S{1,200} tclass=\w{1,40}(?: permissive=0)?$/,
    message: 'selinux-denied',
    source: 'Linux 6.6, security/selinux/avc.c',
  },
  {
    id: 'selinux-denied-sshd',
    by: 'selinux',
    level: 'error',
    step: 'auth',
    road: 'breaks',
    says: 'SELinux denied sshd a file or a call; with authorized_keys mostly a wrong label, which restorecon mends.',
    words:
      /^(?:node=\S{1,255} )?(?:audit: )?(?:type=(?:AVC|1400) (?:msg=)?audit\(\S{1,60}\): ?|AVC )avc: {1,2}denied {1,2}\{ (?<option>(?!name_bind \})[\w ]{1,100}) \} for {1,2}pid=\d{1,10} comm=(?:"[^"]{1,40}"|\S{1,60}) (?!.{0,300}permissive=1)(?:.{0,100}?(?:path|name)="(?<path>[^"]{1,300})" )?.{0,200}scontext=\w{1,60}:\w{1,60}:(?:sshd\w{0,40}|ssh_keygen)_t:\S{1,100} tcontext=\S{1,200} tclass=\w{1,40}(?: permissive=0)?$/,
    message: 'selinux-denied',
    source: 'Linux 6.6, security/selinux/avc.c',
  },
  {
    id: 'selinux-permissive-sshd',
    by: 'selinux',
    level: 'info',
    says: 'SELinux would have denied sshd this, but only notes it (permissive).',
    words:
      /^(?:node=\S{1,255} )?(?:audit: )?(?:type=(?:AVC|1400) (?:msg=)?audit\(\S{1,60}\): ?|AVC )avc: {1,2}denied {1,2}\{ (?<option>[\w ]{1,100}) \} for {1,2}pid=\d{1,10} comm=(?:"[^"]{1,40}"|\S{1,60}) .{0,500}scontext=\w{1,60}:\w{1,60}:(?:sshd\w{0,40}|ssh_keygen)_t:\S{1,100} tcontext=\S{1,200} tclass=\w{1,40} permissive=1$/,
    source: 'Linux 6.6, security/selinux/avc.c',
  },
  {
    id: 'selinux-denied-other',
    by: 'selinux',
    level: 'info',
    says: 'SELinux denied something to another program.',
    words:
      /^(?:node=\S{1,255} )?(?:audit: )?(?:type=(?:AVC|1400) (?:msg=)?audit\(\S{1,60}\): ?|AVC )avc: {1,2}denied {1,2}\{ (?<option>[\w ]{1,100}) \} for {1,2}.{0,700}scontext=\w{1,60}:\w{1,60}:(?!(?:sshd\w{0,40}|ssh_keygen)_t:)\w{1,60}:\S{1,100} tcontext=\S{1,200} tclass=\w{1,40}(?: permissive=[01])?$/,
    source: 'Linux 6.6, security/selinux/avc.c',
  },
  {
    id: 'setroubleshoot-sshd',
    by: 'selinux',
    level: 'error',
    step: 'auth',
    road: 'breaks',
    says: 'SELinux denied sshd something; sealert tells how to allow it.',
    words:
      /^SELinux is preventing (?:the )?"?(?<program>(?:\/usr\/(?:sbin|libexec\/openssh)\/)?sshd[\w-]{0,20})"? (?:\(sshd_t\) )?(?:from (?<option>[\w, ]{1,80}) access|"(?:[\w, ]{1,80})") (?:on|to) (?:the )?(?<reason>[\w ]{1,40}?) ?(?<path>\/\S{0,300}|\S{1,200})\. {1,2}For complete SELinux messages[.:]? ?[Rr]un:? sealert -l [\w-]{1,60}\.?$/,
    message: 'selinux-denied',
    source: 'setroubleshoot 3.3, framework/src/setroubleshoot/signature.py and server.py',
  },
  {
    id: 'setroubleshoot-other',
    by: 'selinux',
    level: 'info',
    says: 'SELinux denied something to another program.',
    words: /^SELinux is preventing (?!.{0,40}sshd).{1,600} sealert -l [\w-]{1,60}\.?$/,
    source: 'setroubleshoot 3.3, framework/src/setroubleshoot/signature.py and server.py',
  },
]
