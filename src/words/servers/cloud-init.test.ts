import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './cloud-init.ts'

readsEachLine(ENTRIES, [
  [
    'cloud-init-host-key-failed',
    '2024-01-01 12:00:00,123 - cc_ssh.py[WARNING]: Failed generating key type rsa to file /etc/ssh/ssh_host_rsa_key',
  ],
  ['cloud-init-host-key-undeletable', 'cc_ssh.py[WARNING]: Failed deleting key file /etc/ssh/ssh_host_rsa_key'],
  ['cloud-init-credentials-failed', '2024-01-01 12:00:00,123 - cc_ssh.py[WARNING]: Applying SSH credentials failed!'],
  ['cloud-init-host-keys-unpublished', 'cc_ssh.py[WARNING]: Publishing host keys failed!'],
  ['cloud-init-ssh-keys-skipped', 'cc_ssh.py[WARNING]: Skipping unsupported ssh_keys entry: "dsa_private"'],
  [
    'cloud-init-authorized-keys',
    'ci-info: ++++++++++++++++++++Authorized keys from /home/ubuntu/.ssh/authorized_keys for user ubuntu++++++++++++++++++++',
  ],
  ['cloud-init-no-authorized-keys', 'ci-info: no authorized SSH keys fingerprints found for user ubuntu.'],
  ['cloud-init-info-table', 'ci-info: | ssh-rsa |  aa:bb:cc | - | alice@laptop |'],
  ['cloud-init-host-key-fingerprints', '-----BEGIN SSH HOST KEY FINGERPRINTS-----'],
  ['cloud-init-keys-to-console-failed', 'cc_keys_to_console.py[WARNING]: Writing keys to the system console failed!'],
  ['cloud-init-import-id-failed', "cc_ssh_import_id.py[WARNING]: ssh-import-id failed for: ubuntu ['gh:alice']"],
  ['cloud-init-user-failed', '__init__.py[WARNING]: Failed to create user alice'],
  ['cloud-init-user-exists', '__init__.py[INFO]: User ubuntu already exists, skipping.'],
  [
    'cloud-init-authorized-keys-invalid',
    "__init__.py[WARNING]: Invalid type '<class 'int'>' detected for 'ssh_authorized_keys', expected list, string, dict, or set.",
  ],
  ['cloud-init-password-failed', "cc_set_passwords.py[WARNING]: Failed to set passwords with chpasswd for ['alice']"],
  [
    'cloud-init-ssh-pwauth',
    "cc_set_passwords.py[WARNING]: 'ssh_pwauth' configuration may not be applied. Cloud-init was unable to restart SSH daemon due to error: 'Unexpected error while running command.'",
  ],
  [
    'cloud-init-redirect-user',
    'cc_users_groups.py[WARNING]: Ignoring ssh_redirect_user: True for alice. No default_user defined. Perhaps missing cloud configuration users:  [default, ..].',
  ],
  ['cloud-init-no-datasource', '2024-01-01 12:00:00,123 - cc_final_message.py[WARNING]: Used fallback datasource'],
  ['cloud-init-no-datasource', 'main.py[WARNING]: No instance datasource found! Likely bad things to come!'],
  [
    'cloud-init-user-data-failed',
    '2024-01-01 12:00:00,123 - util.py[WARNING]: Failed loading yaml blob. Invalid format at line 4 column 1: "while parsing a block mapping',
  ],
  [
    'cloud-init-stage',
    "Cloud-init v. 24.1.3-0ubuntu3 running 'modules:final' at Mon, 01 Jan 2024 12:00:00 +0000. Up 21.05 seconds.",
  ],
  [
    'cloud-init-finished',
    'Cloud-init v. 24.1.3-0ubuntu3 finished at Mon, 01 Jan 2024 12:00:00 +0000. Datasource DataSourceEc2Local.  Up 21.33 seconds',
  ],
  [
    'cloud-init-module-failed',
    "2024-01-01 12:00:00,123 - util.py[WARNING]: Running module users-groups (<module 'cloudinit.config.cc_users_groups' from '/usr/lib/python3/dist-packages/cloudinit/config/cc_users_groups.py'>) failed",
  ],
  [
    'cloud-init-network-broken',
    'stages.py[ERROR]: Unable to render networking. Network config is likely broken: No available network renderers found.',
  ],
  [
    'cloud-init-metadata-unreachable',
    "url_helper.py[WARNING]: Calling 'http://169.254.169.254/2009-04-04/meta-data/instance-id' failed [0/120s]: request error [HTTPConnectionPool(host='169.254.169.254', port=80): Max retries exceeded]",
  ],
  ['cloud-init-root-redirect', 'Please login as the user "ubuntu" rather than the user "root".'],
])
