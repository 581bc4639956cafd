import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './systemd-unit.ts'

readsEachLine(ENTRIES, [
  [
    'systemd-pid-file',
    'sshd.service: PID file /run/sshd.pid not readable (yet?) after start: No such file or directory',
  ],
  ['systemd-failed-at-step', 'sshd.service: Failed at step EXEC spawning /usr/sbin/sshd: No such file or directory'],
  ['systemd-run-task-failed', "ssh.service: Failed to run 'start-pre' task: No such file or directory"],
  [
    'systemd-condition-unmet',
    'ssh.service - OpenBSD Secure Shell server was skipped because of an unmet condition check (ConditionPathExists=!/etc/ssh/sshd_not_to_be_run).',
  ],
  ['systemd-condition-failed', 'Condition check resulted in OpenBSD Secure Shell server being skipped.'],
  ['systemd-masked', 'Failed to start ssh.service: Unit ssh.service is masked.'],
  ['systemd-unit-not-found', 'Failed to restart sshd.service: Unit sshd.service not found.'],
  ['systemctl-unit-not-found', 'Unit sshd.service could not be found.'],
  ['systemctl-job-failed', 'Job for ssh.service failed because the control process exited with error code.'],
  [
    'systemctl-job-failed',
    'Job for sshd.service failed because the control process exited with error code. See "systemctl status sshd.service" and "journalctl -xe" for details.',
  ],
])
