import type { Entry } from '../entry.ts'

/** AppArmor: what the kernel denied sshd and its helpers. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'apparmor-denied-sshd',
    by: 'apparmor',
    level: 'error',
    step: 'auth',
    road: 'breaks',
    says: 'The AppArmor profile of sshd denied it a file or a call.',
    words:
      /^(?:node=\S{1,255} )?(?:audit: )?(?:type=(?:AVC|APPARMOR_DENIED|1400|1503) (?:msg=)?audit\(\S{1,60}\): ?|AVC )?apparmor="DENIED" operation="(?<option>[\w-]{1,40})"(?: class="[\w-]{1,40}")?(?: info="(?<reason>[^"]{1,200})")?(?: error=-?\d{1,4})? profile="(?<program>(?:\/usr\/sbin\/)?sshd[^"]{0,100}|[^"]{0,100}openssh[^"]{0,100})"(?: name="(?<path>[^"]{1,300})"| name=[\dA-F]{2,600})? {1,2}(?:pid=\d{1,10} )?comm=.{1,400}$/,
    message: 'apparmor-denied',
    source: 'Linux 6.6, security/apparmor/audit.c and security/apparmor/file.c',
  },
  {
    id: 'apparmor-denied-by-sshd',
    by: 'apparmor',
    level: 'error',
    step: 'auth',
    road: 'breaks',
    says: 'An AppArmor profile denied a process of sshd, or a helper it started, a file or a call.',
    words:
      /^(?:node=\S{1,255} )?(?:audit: )?(?:type=(?:AVC|APPARMOR_DENIED|1400|1503) (?:msg=)?audit\(\S{1,60}\): ?|AVC )?apparmor="DENIED" operation="(?<option>[\w-]{1,40})"(?: class="[\w-]{1,40}")?(?: info="(?<reason>[^"]{1,200})")?(?: error=-?\d{1,4})? profile="(?!(?:\/usr\/sbin\/)?sshd|[^"]{0,100}openssh)[^"]{1,200}"(?: name="(?<path>[^"]{1,300})"| name=[\dA-F]{2,600})? {1,2}(?:pid=\d{1,10} )?comm="(?<program>sshd[\w-]{0,20})".{0,400}$/,
    message: 'apparmor-denied',
    source: 'Linux 6.6, security/apparmor/audit.c and security/apparmor/file.c',
  },
  {
    id: 'apparmor-denied-other',
    by: 'apparmor',
    level: 'info',
    says: 'An AppArmor profile denied something to another program.',
    words:
      /^(?:node=\S{1,255} )?(?:audit: )?(?:type=(?:AVC|APPARMOR_DENIED|1400|1503) (?:msg=)?audit\(\S{1,60}\): ?|AVC )?apparmor="DENIED" operation="[\w-]{1,40}"(?: class="[\w-]{1,40}")?(?: info="[^"]{1,200}")?(?: error=-?\d{1,4})? profile="(?!(?:\/usr\/sbin\/)?sshd|[^"]{0,100}openssh)(?<program>[^"]{1,200})"(?!.{0,700}comm="sshd).{0,900}$/,
    source: 'Linux 6.6, security/apparmor/audit.c and security/apparmor/file.c',
  },
  {
    id: 'apparmor-allowed',
    by: 'apparmor',
    level: 'info',
    says: 'An AppArmor profile in complain mode would have denied this and only notes it.',
    words:
      /^(?:node=\S{1,255} )?(?:audit: )?(?:type=(?:AVC|APPARMOR_ALLOWED|1400|1502) (?:msg=)?audit\(\S{1,60}\): ?|AVC )apparmor="ALLOWED" operation="(?<option>[\w-]{1,40})".{0,100} profile="(?<program>[^"]{1,200})".{0,900}$/,
    source: 'Linux 6.6, security/apparmor/audit.c and security/apparmor/file.c',
  },
  {
    id: 'apparmor-status',
    by: 'apparmor',
    level: 'info',
    says: "AppArmor's profiles were loaded or taken away.",
    words:
      /^(?:node=\S{1,255} )?(?:audit: )?(?:type=(?:AVC|APPARMOR_STATUS|1400|1505) (?:msg=)?audit\(\S{1,60}\): ?|AVC )apparmor="STATUS" operation="profile_\w{1,20}".{0,700}$/,
    source: 'Linux 6.6, security/apparmor/audit.c and security/apparmor/file.c',
  },
]
