import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'restart-logind',
  title: 'Get logind to answer',
  treats: { 'logind-hangs': 1 },
  needs: 'login',
  harm: 'lasting',
  plan: () => [
    onServer(
      'See whether logind and the message bus run, and what they say.',
      ['systemctl', 'status', 'systemd-logind', 'dbus'],
      ['journalctl', '-u', 'systemd-logind', '-n', '50'],
    ),
    onServer('Restart logind: sessions that are open stay open.', ['systemctl', 'restart', 'systemd-logind']),
  ],
} satisfies Remedy
