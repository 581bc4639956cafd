import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './logind.ts'

readsEachLine(ENTRIES, [
  ['logind-new-session', 'New session 36 of user alice.'],
  ['logind-new-session', "New session '36' of user 'alice' with class 'user' and type 'tty'."],
  ['logind-session-logged-out', 'Session 36 logged out. Waiting for processes to exit.'],
  ['logind-removed-session', 'Removed session 36.'],
  ['logind-start-scope-failed', 'Failed to start session scope session-36.scope: Connection timed out'],
  ['logind-user-service-failed', "Failed to start user service 'user@1000.service', ignoring: Connection timed out"],
  ['logind-abandon-failed', 'Failed to abandon session scope, ignoring: Connection timed out'],
  ['logind-session-limit', 'Maximum number of sessions (8192) reached, refusing further sessions.'],
  ['logind-bus-failed', 'Failed to connect to system bus: No such file or directory'],
  ['logind-start-failed', 'Failed to fully start up daemon: Connection refused'],
  ['logind-linger-failed', "Couldn't add lingering user alice, ignoring: No such process"],
  ['logind-new-seat', 'New seat seat0.'],
  ['logind-system-going-down', 'System is rebooting.'],
  ['logind-system-going-down', 'The system will reboot now!'],
  ['systemd-logind-start-limit', "systemd-logind.service: Failed with result 'timeout'."],
  ['systemd-logind-failed-to-start', 'Failed to start Login Service.'],
  [
    'dbus-logind-activation-failed',
    "[system] Failed to activate service 'org.freedesktop.login1': timed out (service_start_timeout=25000ms)",
  ],
])
