import type { Entry } from '../entry.ts'

/** systemd about the SSH server's unit: its program, its conditions, whether it is there; releases 219 to 257. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'systemd-pid-file',
    by: 'systemd',
    level: 'info',
    says: 'The SSH server had not written its process number yet when systemd looked; ordinary.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): (?:PID file (?<path>\S{1,200}) not readable \(yet\?\) after [\w-]{1,20}: (?<reason>.{1,100})|Can't open PID file \S{1,200} \(yet\?\) after [\w-]{1,20}: .{1,100}|Supervising process \d{1,10} which is not our child\. We'll most likely not notice when it exits\.)$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-failed-at-step',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: "systemd could not run the program of the SSH server's unit.",
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): Failed at step (?<option>\w{1,40}) spawning (?<path>\S{1,200}): (?<reason>.{1,100})$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/execute.c',
  },
  {
    id: 'systemd-run-task-failed',
    by: 'systemd',
    level: 'warning',
    step: 'port',
    road: 'breaks',
    says: "systemd could not run a task of the SSH server's unit.",
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): Failed to (?:run '(?<option>[\w-]{1,40})' task|fork|spawn executor|load environment files|set up network namespacing): (?<reason>.{1,100})$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-condition-unmet',
    by: 'systemd',
    level: 'info',
    says: 'The SSH server was passed over: a condition of its unit is not met (with ssh, the file /etc/ssh/sshd_not_to_be_run).',
    words:
      /^(?:(?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)) - .{1,200}|OpenBSD Secure Shell server|OpenSSH server daemon) was skipped because of an? (?:unmet condition check|failed condition check) \((?<option>.{1,300})\)\.$/,
    source: 'systemd 252, src/core/job.c',
  },
  {
    id: 'systemd-condition-failed',
    by: 'systemd',
    level: 'info',
    says: 'The SSH server was passed over: a condition of its unit is not met.',
    words:
      /^Condition check resulted in (?:(?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)) - .{1,200}|OpenBSD Secure Shell server|OpenSSH server daemon) being skipped\.$/,
    source: 'systemd 245, src/core/job.c',
  },
  {
    id: 'systemd-masked',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: "The SSH server's unit is masked, and nobody can start it until it is unmasked.",
    words:
      /^(?:Failed to (?:start|restart|enable|reload) \S{1,80}: )?Unit (?:file )?(?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)) is masked\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/dbus-unit.c and src/systemctl',
  },
  {
    id: 'systemd-unit-not-found',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'There is no unit of this name: the SSH server is not installed, or its unit is called otherwise (ssh on Debian and Ubuntu, sshd elsewhere).',
    words:
      /^(?:Failed to (?:start|restart|enable|reload|stop) \S{1,80}: )?Unit (?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)) not (?:found|loaded)\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/dbus-manager.c',
  },
  {
    id: 'systemctl-unit-not-found',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'There is no unit of this name: the SSH server is not installed, or its unit is called otherwise (ssh on Debian and Ubuntu, sshd elsewhere).',
    words: /^Unit (?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)) could not be found\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/systemctl/systemctl-show.c',
  },
  {
    id: 'systemctl-job-failed',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'The SSH server did not start; systemctl says where to read why.',
    words:
      /^Job for (?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)) (?<reason>failed(?: because .{1,200})?|canceled)\.(?: See .{1,200} for details\.)?$/,
    message: 'service-failed',
    source: 'systemd 252, src/shared/bus-wait-for-jobs.c',
  },
]
