import type { Entry } from '../entry.ts'

/** The daemons behind other directories: nslcd and winbindd. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'nslcd-no-server',
    by: 'nslcd',
    level: 'warning',
    step: 'auth',
    road: 'breaks',
    says: 'nslcd reaches no LDAP server; users of the directory are unknown meanwhile.',
    words:
      /^(?:\[[\da-f]{6}\] )?(?:<[^<>]{1,200}> )?no available LDAP server found(?:, sleeping (?<limit>\d{1,6}) seconds)?(?:: (?<reason>.{1,200}))?$/,
    source: 'nss-pam-ldapd 0.9.13, nslcd/myldap.c',
  },
  {
    id: 'nslcd-bind-failed',
    by: 'nslcd',
    level: 'warning',
    step: 'auth',
    road: 'breaks',
    says: 'nslcd could not bind to an LDAP server.',
    words:
      /^(?:\[[\da-f]{6}\] )?(?:<[^<>]{1,200}> )?failed to bind to LDAP server (?<address>\S{1,300}): (?<reason>.{1,300})$/,
    source: 'nss-pam-ldapd 0.9.13, nslcd/myldap.c',
  },
  {
    id: 'nslcd-connected',
    by: 'nslcd',
    level: 'info',
    step: 'auth',
    road: 'passes',
    says: 'nslcd reaches an LDAP server.',
    words: /^(?:\[[\da-f]{6}\] )?(?:<[^<>]{1,200}> )?connected to LDAP server (?<address>\S{1,300})$/,
    source: 'nss-pam-ldapd 0.9.13, nslcd/myldap.c',
  },
  {
    id: 'nslcd-validnames',
    by: 'nslcd',
    level: 'warning',
    step: 'auth',
    road: 'breaks',
    says: "nslcd refuses a user's name for its form (its option validnames).",
    words: /^(?:\[[\da-f]{6}\] )?(?:<[^<>]{1,200}> )?request denied by validnames option$/,
    source: 'nss-pam-ldapd 0.9.13, nslcd/pam.c',
  },
  {
    id: 'nslcd-authz-no-match',
    by: 'nslcd',
    level: 'error',
    step: 'auth',
    road: 'breaks',
    says: 'The user does not fit pam_authz_search, so nslcd refuses the login.',
    words: /^(?:\[[\da-f]{6}\] )?(?:<[^<>]{1,200}> )?(?<option>pam_authz_search) ".{1,400}" found no matches$/,
    message: 'access-rule-refused',
    source: 'nss-pam-ldapd 0.9.13, nslcd/pam.c',
  },
  {
    id: 'nslcd-starting',
    by: 'nslcd',
    level: 'info',
    says: 'nslcd has started or ended.',
    words: /^(?:version \S{1,40} (?:starting|bailing out)|accepting connections)$/,
    source: 'nss-pam-ldapd 0.9.13, nslcd/nslcd.c',
  },
]
