import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './pam-second-factor.ts'

readsEachLine(ENTRIES, [
  ['pam-google-invalid-code', 'Invalid verification code'],
  [
    'pam-google-secret-unwritable',
    'Failed to update secret file "/home/alice/.google_authenticator": Read-only file system',
  ],
  [
    'pam-google-code-reused',
    'Trying to reuse a previously used time-based code ("/home/alice/.google_authenticator"). Retry again in 30 seconds. Warning! This might mean, you are currently subject to a man-in-the-middle attack.',
  ],
  [
    'pam-google-too-many',
    'Too many concurrent login attempts ("/home/alice/.google_authenticator"). Please try again.',
  ],
  ['pam-google-no-secret', 'No secret configured for user alice, asking for code anyway.'],
  [
    'pam-google-dummy-password',
    "Dummy password supplied by PAM. Did OpenSSH 'PermitRootLogin <anything but yes>' or some other config block this login?",
  ],
  ['pam-google-user-not-found', 'user("oracle") not found'],
  ['pam-duo-failed', "Failed Duo login for 'alice' from 203.0.113.7: Login timed out."],
  ['pam-duo-successful', "Successful Duo login for 'alice' from 203.0.113.7"],
  [
    'pam-duo-error',
    "Error in Duo login for 'alice' from 203.0.113.7: Couldn't connect to api-12345678.duosecurity.com: Failed to connect",
  ],
  ['pam-duo-configuration', 'Missing host, ikey, or skey in /etc/duo/pam_duo.conf'],
  ['pam-duo-configuration', "/etc/duo/pam_duo.conf must be readable only by user 'root'"],
  ['pam-radius-no-response', 'pam_radius_auth: RADIUS server 10.0.0.9 failed to respond'],
  [
    'pam-radius-secret',
    'pam_radius_auth: packet from RADIUS server 10.0.0.9 failed verification: The shared secret is probably incorrect.',
  ],
  [
    'pam-radius-configuration',
    'pam_radius_auth: Could not open configuration file /etc/pam_radius_auth.conf: Permission denied',
  ],
  [
    'pam-radius-lookup',
    'pam_radius_auth: Failed looking up IP address for RADIUS server radius.example.com (error=Name or service not known)',
  ],
  ['pam-oslogin-granted', 'pam_oslogin_login(sshd:account): Organization user alice_example_com has login permission.'],
  [
    'pam-oslogin-denied',
    'pam_oslogin_login(sshd:account): Organization user alice_example_com does not have login permission.',
  ],
  ['pam-oslogin-two-factor', 'pam_oslogin_login(sshd:auth): User has no two-factor methods enabled.'],
])
