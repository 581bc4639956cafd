import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './systemctl-status.ts'

readsEachLine(ENTRIES, [
  ['systemctl-unit-heading', '● ssh.service - OpenBSD Secure Shell server'],
  ['systemctl-unit-heading', '× sshd.service - OpenSSH server daemon'],
  ['systemctl-loaded', 'Loaded: loaded (/lib/systemd/system/ssh.service; enabled; vendor preset: enabled)'],
  ['systemctl-loaded-missing', 'Loaded: masked (Reason: Unit ssh.service is masked.)'],
  ['systemctl-active', 'Active: active (running) since Mon 2024-01-01 12:00:00 UTC; 3 days ago'],
  ['systemctl-inactive', 'Active: inactive (dead) since Mon 2024-01-01 12:00:00 UTC; 5min ago'],
  ['systemctl-failed', 'Active: failed (Result: exit-code) since Mon 2024-01-01 12:00:00 UTC; 5min ago'],
  [
    'systemctl-restarting',
    'Active: activating (auto-restart) (Result: exit-code) since Mon 2024-01-01 12:00:00 UTC; 3s ago',
  ],
  ['systemctl-process-failed', 'Process: 1234 ExecStartPre=/usr/sbin/sshd -t (code=exited, status=255/EXCEPTION)'],
  ['systemctl-process-ended', 'Process: 1233 ExecStartPre=/usr/sbin/sshd -t (code=exited, status=0/SUCCESS)'],
  ['systemctl-main-process-failed', 'Main PID: 1234 (code=exited, status=255/EXCEPTION)'],
  ['systemctl-main-process', 'Main PID: 1234 (sshd)'],
  ['systemctl-triggered-by', 'TriggeredBy: ○ ssh.socket'],
  ['systemctl-listen', 'Listen: [::]:22 (Stream)'],
  ['systemctl-numbers', 'Tasks: 1 (limit: 1137)'],
  ['systemctl-numbers', 'CGroup: /system.slice/ssh.service'],
  ['systemctl-status-text', 'Status: "Listening on 0.0.0.0 port 22"'],
  ['catalog-start-job-failed', '░░ Subject: A start job for unit ssh.service has failed'],
  ['catalog-unit-has-failed', '-- Unit sshd.service has failed.'],
  ['catalog-unit-failed', "░░ The unit ssh.service has entered the 'failed' state with result 'exit-code'."],
  ['catalog-process-exited', '░░ An ExecStart= process belonging to unit ssh.service has exited.'],
  ['catalog-other', '░░ Defined-By: systemd'],
  ['catalog-other', '░░ The job identifier is 1234 and the job result is failed.'],
  ['systemctl-no-systemd', "System has not been booted with systemd as init system (PID 1). Can't operate."],
  ['systemctl-no-systemd', 'Failed to connect to bus: Host is down'],
  ['systemctl-access-denied', 'Failed to restart ssh.service: Interactive authentication required.'],
])
