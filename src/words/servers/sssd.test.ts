import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './sssd.ts'

readsEachLine(ENTRIES, [
  ['sssd-backend-offline', 'Backend is offline'],
  ['sssd-backend-offline', '(2024-01-01 12:00:00): [be[example.com]] [be_run_offline_cb] (0x0080): Backend is offline'],
  ['sssd-backend-online', 'Backend is online'],
  ['sssd-going-offline', '(2024-01-01 12:00:00): [be[example.com]] [be_mark_offline] (0x2000): Going offline!'],
  ['sssd-starting', 'Starting up'],
  ['sssd-shutting-down', 'Shutting down (status = 0)'],
  [
    'sssd-watchdog',
    "Child [1187] ('example.com':'example.com') was terminated by own WATCHDOG. Consult corresponding logs to figure out the reason.",
  ],
  ['sssd-exiting', 'Exiting the SSSD. Could not restart critical service [example.com].'],
  ['sssd-configuration-unread', "SSSD couldn't load the configuration database [2]: No such file or directory"],
  [
    'sssd-simple-user-denied',
    '(2024-01-01 12:00:00): [be[example.com]] [simple_check_users] (0x0400): User [alice] found in deny list, access denied.',
  ],
  [
    'sssd-simple-group-denied',
    '(2024-01-01 12:00:00): [be[example.com]] [simple_check_groups] (0x0400): Group [guests] found in deny list, access denied.',
  ],
  [
    'sssd-simple-granted',
    '(2024-01-01 12:00:00): [be[example.com]] [simple_check_groups] (0x0400): Group [admins] found in allow list, access granted.',
  ],
  ['sssd-simple-name-missing', 'The group amdins does not exist. Possible typo in simple_allow_groups.'],
  [
    'sssd-simple-groups-uncollected',
    '(2024-01-01 12:00:00): [be[example.com]] [simple_access_check_done] (0x0040): Could not collect groups of user alice',
  ],
  [
    'sssd-hbac-denied',
    '(2024-01-01 12:00:00): [be[example.com]] [ipa_hbac_evaluate_rules] (0x0080): Access denied by HBAC rules',
  ],
  [
    'sssd-hbac-granted',
    '(2024-01-01 12:00:00): [be[example.com]] [ipa_hbac_evaluate_rules] (0x0080): Access granted by HBAC rule [allow_all]',
  ],
  [
    'sssd-hbac-no-rules',
    '(2024-01-01 12:00:00): [be[example.com]] [ipa_pam_access_handler_done] (0x0020): No HBAC rules found, denying access',
  ],
  [
    'sssd-hbac-deny-rules',
    '(2024-01-01 12:00:00): [be[example.com]] [ipa_hbac_evaluate_rules] (0x0020): DENY rules detected. Denying access to all users',
  ],
  [
    'sssd-ldap-denied',
    '(2024-01-01 12:00:00): [be[example.com]] [sdap_access_filter_done] (0x0400): Access denied by online lookup',
  ],
  [
    'sssd-ldap-no-rules',
    '(2024-01-01 12:00:00): [be[example.com]] [sdap_access_send] (0x0020): No access rules defined, access denied.',
  ],
  [
    'sssd-ldap-attribute-missing',
    '(2024-01-01 12:00:00): [be[example.com]] [sdap_access_service] (0x0020): Missing authorized services. Access denied',
  ],
  ['sssd-ldap-was-denied', '(2024-01-01 12:00:00): [be[example.com]] [sdap_access_done] (0x0400): Access was denied.'],
  [
    'sssd-ldap-account-locked',
    '(2024-01-01 12:00:00): [be[example.com]] [sdap_account_expired_rhds] (0x4000): Account for user [alice] is locked.',
  ],
  [
    'sssd-ldap-locked-online',
    '(2024-01-01 12:00:00): [be[example.com]] [sdap_access_ppolicy_step_done] (0x0400): Access denied by online lookup - account is locked.',
  ],
  [
    'sssd-ldap-account-expired',
    '(2024-01-01 12:00:00): [be[example.com]] [sdap_account_expired] (0x0400): sdap_account_expired_ad: Account Expired.',
  ],
  [
    'sssd-nds-account-expired',
    '(2024-01-01 12:00:00): [be[example.com]] [sdap_account_expired_nds] (0x0200): NDS account expired.',
  ],
  [
    'sssd-gpo-would-deny',
    'Warning: user would have been denied GPO-based logon access if the ad_gpo_access_control option were set to enforcing mode.',
  ],
])
