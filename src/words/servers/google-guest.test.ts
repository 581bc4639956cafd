import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './google-guest.ts'

readsEachLine(ENTRIES, [
  ['google-guest-updating-keys', 'Updating keys for user alice.'],
  ['google-guest-creating-user', 'Creating user alice.'],
  ['google-guest-removing-user', 'Removing user alice.'],
  ['google-guest-user-failed', 'Error creating user: useradd: cannot lock /etc/passwd; try again later.'],
  ['google-guest-keys-failed', 'Error updating SSH keys for alice: mkdir /home/alice/.ssh: no space left on device.'],
  [
    'google-guest-key-expired',
    'Invalid ssh key entry - expired key: alice:ecdsa-sha2-nistp256 AAAAE2VjZHNh google-ssh {"userName":"alice@example.com","expireOn":"2024-01-01T12:00:00+0000"}',
  ],
  ['google-guest-oslogin-switched', 'Enabling OS Login'],
  ['google-guest-oslogin-failed', 'Error updating SSH config: open /etc/ssh/sshd_config: read-only file system.'],
  ['google-oslogin-no-permission', 'OS Login user alice_example_com does not have login permission.'],
  [
    'google-oslogin-unvalidated',
    'Failed to validate that OS Login user alice_example_com has login permission; got HTTP response code: 503; got HTTP response body: ',
  ],
  ['google-oslogin-not-granted', 'Could not grant access to organization user: alice_example_com.'],
  ['google-oslogin-malformed', 'Malformed passwd entry, skipping'],
  ['google-oslogin-cache-refreshed', 'Refreshing passwd entry cache'],
  ['google-oslogin-cache-failed', 'Failure getting users, quitting'],
  ['google-oslogin-certificate', 'Could not extract/parse fingerprint from certificate.'],
  ['google-accounts-user', 'INFO Creating a new user account for alice.'],
])
