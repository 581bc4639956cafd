import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './dropbear-ends.ts'

readsEachLine(ENTRIES, [
  ['dropbear-exited-normally', 'Exit (root) from <203.0.113.7:51234>: Exited normally'],
  ['dropbear-exited-normally', "Exit before auth from <203.0.113.7:51234>: (user 'root', 2 fails): Exited normally"],
  ['dropbear-exited-normally', 'Exit before auth: Exited normally'],
  ['dropbear-disconnect-received', 'Exit (root) from <203.0.113.7:51234>: Disconnect received'],
  ['dropbear-timeout-before-auth', 'Exit before auth from <203.0.113.7:51234>: Timeout before auth'],
  [
    'dropbear-max-auth-tries',
    "Exit before auth from <203.0.113.7:51234>: (user 'root', 10 fails): Max auth tries reached - user 'root'",
  ],
  [
    'dropbear-max-auth-tries',
    "Exit before auth (user 'root', 10 fails): Max auth tries reached - user 'root' from 203.0.113.7:51234",
  ],
  ['dropbear-no-matching-algorithm', 'Exit before auth from <203.0.113.7:51234>: No matching algo kex'],
  [
    'dropbear-incompatible-version',
    "Exit before auth from <203.0.113.7:51234>: Incompatible remote version 'SSH-1.5-scanner'",
  ],
  [
    'dropbear-integrity-error',
    'Exit before auth from <203.0.113.7:51234>: Integrity error (bad packet size 2925042384)',
  ],
  ['dropbear-bad-packet-size', 'Exit before auth from <203.0.113.7:51234>: Bad packet size 1195725856'],
  ['dropbear-error-decrypting', 'Exit before auth from <203.0.113.7:51234>: Error decrypting'],
  ['dropbear-error-reading', 'Exit before auth from <203.0.113.7:51234>: Error reading: Connection reset by peer'],
  ['dropbear-idle-timeout', 'Exit (root) from <203.0.113.7:51234>: Idle timeout'],
  ['dropbear-bad-kex', 'Exit before auth from <203.0.113.7:51234>: Bad kex value'],
  ['dropbear-unexpected-packet', 'Exit before auth from <203.0.113.7:51234>: Unexpected packet type 94, expected 20'],
  ['dropbear-bad-client', 'Exit before auth from <203.0.113.7:51234>: Client trying multiple usernames'],
  ['dropbear-terminated', 'Early exit: Terminated by signal'],
  ['dropbear-child-failed', "Exit (alice) from <203.0.113.7:51234>: Couldn't change user as non-root"],
  ['dropbear-no-hostkeys', "Early exit: No hostkeys available. 'dropbear -R' may be useful or run dropbearkey."],
  [
    'dropbear-hostkey-unreadable',
    "Exit before auth from <203.0.113.7:51234>: Couldn't read or generate hostkey /etc/dropbear/dropbear_ed25519_host_key",
  ],
  ['dropbear-no-listening-ports', 'Early exit: No listening ports available.'],
  ['dropbear-invalid-argument', 'Early exit: Invalid argument: 2222'],
  ['dropbear-bad-option', 'Early exit: Bad port'],
  ['dropbear-listen-address-in-use', "Failed listening on '22': Error listening: Address already in use"],
  ['dropbear-failed-listening', "Failed listening on '22': Error listening: Permission denied"],
  ['dropbear-error-forking', 'Error forking: Resource temporarily unavailable'],
  ['dropbear-running-in-background', 'Running in background'],
  ['dropbear-fexecve-failed', 'fexecve failed, disabling re-exec: No such file or directory'],
  ['dropbear-failed-loading-key', 'Failed loading /etc/dropbear/dropbear_rsa_host_key'],
  [
    'dropbear-generated-hostkey',
    'Generated hostkey /etc/dropbear/dropbear_ed25519_host_key, fingerprint is SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  ],
  ['dropbear-banner-unreadable', "Error opening banner file '/etc/dropbear/banner'"],
  ['dropbear-record-unwritten', "lastlog_perform_login: Couldn't stat /var/log/lastlog: No such file or directory"],
  ['dropbear-forward-failed', 'TCP forward failed: Error listening: Address already in use'],
])
