import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './systemd-others.ts'

readsEachLine(ENTRIES, [
  ['systemd-session-unit', 'Started Session 36 of user alice.'],
  ['systemd-session-unit', 'Started session-36.scope - Session 36 of User alice.'],
  ['systemd-session-unit', 'Created slice user-1000.slice - User Slice of UID 1000.'],
  ['systemd-session-unit', 'Starting user@1000.service - User Manager for UID 1000...'],
  ['systemd-session-unit', 'session-36.scope: Deactivated successfully.'],
  ['systemd-user-manager-failed', "user@1000.service: Failed with result 'exit-code'."],
  ['systemd-other-failed', "nginx.service: Failed with result 'exit-code'."],
  ['systemd-other-ended', 'apt-daily.service: Deactivated successfully.'],
  ['systemd-other-started', 'Started Daily apt download activities.'],
  ['systemd-other-started', 'Reached target network.target - Network.'],
  ['systemd-reloading', 'Reloading.'],
  ['systemd-startup-finished', 'Startup finished in 3.456s (kernel) + 21.987s (userspace) = 25.443s.'],
  [
    'systemd-other-not-started',
    'Failed to start nginx.service - A high performance web server and a reverse proxy server.',
  ],
])
