import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './directory-daemons.ts'

readsEachLine(ENTRIES, [
  [
    'nslcd-no-server',
    '[8b4567] <passwd="alice"> no available LDAP server found: Can\'t contact LDAP server: Connection refused',
  ],
  ['nslcd-no-server', 'no available LDAP server found, sleeping 1 seconds'],
  [
    'nslcd-bind-failed',
    '[8b4567] <authc="alice"> failed to bind to LDAP server ldap://10.0.0.5/: Can\'t contact LDAP server: Transport endpoint is not connected',
  ],
  ['nslcd-connected', '[8b4567] <passwd="alice"> connected to LDAP server ldap://10.0.0.5/'],
  ['nslcd-validnames', '[8b4567] <authc="ADMIN$"> request denied by validnames option'],
  [
    'nslcd-authz-no-match',
    '[8b4567] <authz="alice"> pam_authz_search "(&(objectClass=posixAccount)(uid=alice))" found no matches',
  ],
  ['nslcd-starting', 'version 0.9.12 starting'],
  ['nss-ldap-unreachable', 'nss_ldap: could not search LDAP server - Server is unavailable'],
  ['nss-ldap-unreachable', "nss_ldap: failed to bind to LDAP server ldap://10.0.0.5/: Can't contact LDAP server"],
  ['nss-ldap-reconnecting', 'nss_ldap: reconnecting to LDAP server (sleeping 4 seconds)...'],
  ['nss-ldap-reconnecting', 'pam_ldap: reconnecting to LDAP server...'],
])
