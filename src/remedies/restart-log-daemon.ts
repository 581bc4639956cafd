import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

/** Unit by the daemon's name. */
const UNITS: ReadonlyMap<string | undefined, string> = new Map([
  ['systemd-journald', 'systemd-journald'],
  ['rsyslogd', 'rsyslog'],
  ['syslog-ng', 'syslog-ng'],
])

export default {
  id: 'restart-log-daemon',
  title: 'Restart the log daemon',
  treats: { 'log-daemon-hung': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts) {
    const seen = UNITS.get(known(facts, 'log-daemon')?.name)
    const say =
      seen === undefined
        ? 'Restart the log daemon.'
        : 'Restart the log daemon; where it hangs again, see what disk or server it writes to.'
    return [onServer(say, ['systemctl', 'restart', seen ?? 'systemd-journald'])]
  },
} satisfies Remedy
