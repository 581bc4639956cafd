import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './sssd-connection.ts'

readsEachLine(ENTRIES, [
  [
    'sssd-keytab-credentials-failed',
    'Failed to initialize credentials using keytab [MEMORY:/etc/krb5.keytab]: Preauthentication failed. Unable to create GSSAPI-encrypted LDAP connection.',
  ],
  ['sssd-keytab-unread', 'Failed to read keytab [default]: No such file or directory'],
  ['sssd-tls-failed', 'Could not start TLS encryption. TLS: hostname does not match name in peer certificate'],
  ['sssd-ldap-connection-error', 'LDAP connection error'],
  ['sssd-no-encryption', 'No encryption detected on LDAP connection.'],
  ['krb5-child-preauthentication-failed', 'Preauthentication failed'],
  ['krb5-child-no-kdc', "Cannot contact any KDC for realm 'EXAMPLE.COM'"],
  ['krb5-child-clock-skew', 'Clock skew too great'],
  ['krb5-child-principal-unknown', "Client 'alice@EXAMPLE.COM' not found in Kerberos database"],
  ['krb5-child-revoked', "Client's credentials have been revoked"],
  ['krb5-child-password-expired', 'Password has expired'],
  ['sssd-ssh-key-malformed', 'SSH key is malformed: Invalid argument'],
  [
    'sssd-marking-server',
    "(2024-01-01 12:00:00): [be[example.com]] [set_server_common_status] (0x0100): Marking server 'dc1.example.com' as 'not working'",
  ],
  [
    'sssd-service-failover',
    '(2024-01-01 12:00:00): [be[example.com]] [sdap_id_op_connect_done] (0x0020): Failed to connect, going offline (5 [Input/output error])',
  ],
])
