import type { Entry } from '../entry.ts'

/** systemd about the services of SSH, releases 219 to 257: started, ended, failed, given up. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'systemd-service-starting',
    by: 'systemd',
    level: 'info',
    says: 'systemd starts the SSH server.',
    words:
      /^Starting (?:(?<program>(?:open)?sshd?(?:@[\w@:.\\-]{1,200})?\.service|dropbear(?:@[\w@:.\\-]{1,200})?\.service) - .{1,200}|OpenBSD Secure Shell server|OpenSSH (?:server )?[Dd]aemon|OpenSSH per-connection server daemon \(.{1,200}\)|OpenBSD Secure Shell server per-connection daemon \(.{1,200}\))\.\.\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-service-started',
    by: 'systemd',
    level: 'info',
    says: 'systemd started the SSH server.',
    words:
      /^Started (?:(?<program>(?:open)?sshd?(?:@[\w@:.\\-]{1,200})?\.service|dropbear(?:@[\w@:.\\-]{1,200})?\.service) - .{1,200}|OpenBSD Secure Shell server|OpenSSH (?:server )?[Dd]aemon|OpenSSH per-connection server daemon \(.{1,200}\)|OpenBSD Secure Shell server per-connection daemon \(.{1,200}\))\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-service-stopping',
    by: 'systemd',
    level: 'info',
    says: 'systemd stops the SSH server: somebody asked for that, or the machine shuts down.',
    words:
      /^Stopping (?:(?<program>(?:open)?sshd?(?:@[\w@:.\\-]{1,200})?\.service|dropbear(?:@[\w@:.\\-]{1,200})?\.service) - .{1,200}|OpenBSD Secure Shell server|OpenSSH (?:server )?[Dd]aemon)\.\.\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-service-stopped',
    by: 'systemd',
    level: 'info',
    says: 'The SSH server is stopped.',
    words:
      /^Stopped (?:(?<program>(?:open)?sshd?(?:@[\w@:.\\-]{1,200})?\.service|dropbear(?:@[\w@:.\\-]{1,200})?\.service) - .{1,200}|OpenBSD Secure Shell server|OpenSSH (?:server )?[Dd]aemon)\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-service-failed-to-start',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'The SSH server did not start; why stands in its own lines above.',
    words:
      /^Failed to start (?:(?<program>(?:open)?sshd?(?:@[\w@:.\\-]{1,200})?\.service|dropbear(?:@[\w@:.\\-]{1,200})?\.service)(?: - .{1,200})?|OpenBSD Secure Shell server|OpenSSH (?:server )?[Dd]aemon|SYSV: OpenSSH server daemon|LSB: .{0,60}SSH.{0,60})\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-service-reloading',
    by: 'systemd',
    level: 'info',
    says: 'The SSH server reads its configuration again.',
    words:
      /^Reloading (?:(?<program>(?:open)?sshd?\.service) - .{1,200}|OpenBSD Secure Shell server|OpenSSH (?:server )?[Dd]aemon)\.\.\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-service-reloaded',
    by: 'systemd',
    level: 'info',
    says: 'The SSH server has read its configuration again.',
    words:
      /^Reloaded (?:(?<program>(?:open)?sshd?\.service) - .{1,200}|OpenBSD Secure Shell server|OpenSSH (?:server )?[Dd]aemon)\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-service-reload-failed',
    by: 'systemd',
    level: 'error',
    says: 'The SSH server could not read its configuration again; the old one goes on.',
    words:
      /^Reload failed for (?:(?<program>(?:open)?sshd?\.service) - .{1,200}|OpenBSD Secure Shell server|OpenSSH (?:server )?[Dd]aemon)\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-dependency-failed',
    by: 'systemd',
    level: 'warning',
    step: 'port',
    road: 'breaks',
    says: 'The SSH server was not started, since something it needs failed first.',
    words:
      /^Dependency failed for (?:(?<program>(?:open)?sshd?(?:@[\w@:.\\-]{1,200})?\.(?:service|socket))(?: - .{1,200})?|OpenBSD Secure Shell server(?: socket)?|OpenSSH (?:server )?[Dd]aemon|OpenSSH Server Socket)\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-job-failed-dependency',
    by: 'systemd',
    level: 'info',
    step: 'port',
    road: 'breaks',
    says: 'The SSH server was not started, since something it needs failed first.',
    words:
      /^(?<program>(?:open)?sshd?(?:@[\w@:.\\-]{1,200})?\.(?:service|socket)): Job (?:open)?sshd?(?:@[\w@:.\\-]{1,200})?\.(?:service|socket)\/start failed with result '(?<reason>[\w-]{1,40})'\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-main-process-exited',
    by: 'systemd',
    level: 'info',
    says: "The SSH server's main process ended; the status says how (255 is sshd's own refusal to run).",
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): [Mm]ain process exited, code=exited, status=(?<reason>\d{1,3}(?:\/[\w-]{1,40})?)$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-main-process-killed',
    by: 'systemd',
    level: 'info',
    says: "The SSH server's main process was ended by a signal.",
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): [Mm]ain process exited, code=(?:killed|dumped), status=(?<reason>\d{1,3}\/[\w+]{1,12})$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-control-process-exited',
    by: 'systemd',
    level: 'info',
    says: 'A command that runs before or beside the SSH server ended with an error; with ExecStartPre=sshd -t that is a mistake in sshd_config.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): [Cc]ontrol process exited, code=(?:exited|killed|dumped),? status=(?<reason>\d{1,3}(?:\/[\w+-]{1,40})?)$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-failed-with-result',
    by: 'systemd',
    level: 'warning',
    step: 'port',
    road: 'breaks',
    says: "The SSH server's unit failed; the word says how.",
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)\.service): Failed with result '(?<reason>(?!start-limit-hit)[\w-]{1,40})'\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-failed-start-limit',
    by: 'systemd',
    level: 'warning',
    step: 'port',
    road: 'breaks',
    says: 'The SSH server failed so often in a row that systemd does not try again by itself.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): Failed with result 'start-limit-hit'\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-connection-unit-failed',
    by: 'systemd',
    level: 'warning',
    says: 'The process of one connection ended with an error; the listener goes on.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)@[\w@:.\\-]{1,200}\.service): Failed with result '(?<reason>(?!start-limit-hit)[\w-]{1,40})'\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-unit-entered-failed',
    by: 'systemd',
    level: 'info',
    step: 'port',
    road: 'breaks',
    says: "The SSH server's unit failed.",
    words: /^Unit (?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service) entered failed state\.$/,
    message: 'service-failed',
    source: 'systemd 219, src/core/unit.c',
  },
  {
    id: 'systemd-unit-failed-old',
    by: 'systemd',
    level: 'warning',
    step: 'port',
    road: 'breaks',
    says: "The SSH server's unit failed.",
    words: /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service) failed\.$/,
    message: 'service-failed',
    source: 'systemd 219, src/core/unit.c',
  },
  {
    id: 'systemd-start-repeated',
    by: 'systemd',
    level: 'warning',
    step: 'port',
    road: 'breaks',
    says: 'The SSH server failed so often in a row that systemd refuses to start it until the failures are reset.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.(?:service|socket)):? [Ss]tart request repeated too quickly\.?(?:, refusing to start\.)?$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-restart-scheduled',
    by: 'systemd',
    level: 'info',
    says: 'systemd starts the SSH server again after it ended.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service):? (?:Scheduled restart job, restart counter is at (?<limit>\d{1,10})\.|(?:Service )?(?:hold-off time over|has no hold-off time(?: \(RestartSec=0\))?|RestartSec=\w{1,20} expired), scheduling restart\.)$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-deactivated',
    by: 'systemd',
    level: 'info',
    says: "The SSH server's process ended without an error.",
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): (?:Deactivated successfully|Succeeded)\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-consumed',
    by: 'systemd',
    level: 'info',
    says: 'How much processor time the SSH server had taken; ordinary.',
    words: /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): Consumed .{1,200}\.$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-operation-timed-out',
    by: 'systemd',
    level: 'warning',
    step: 'port',
    road: 'breaks',
    says: 'The SSH server did not say in time that it had started, or did not end in time.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service):? (?<reason>(?:[Ss]tart(?:-pre|-post)?|[Rr]eload) operation timed out)\. (?:Terminating|Aborting|Killing(?: reload process)?|Skipping SIGKILL|Stopping)\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-stop-timed-out',
    by: 'systemd',
    level: 'warning',
    says: 'Processes of the SSH server did not end in time and are killed.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service):? (?:State '[\w-]{1,40}' timed out|[Ss]top-\w{1,20} timed out|Stopping timed out)\. (?:Killing|Terminating|Aborting|Skipping SIGKILL)\.(?: Entering failed mode\.)?$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-killing-process',
    by: 'systemd',
    level: 'info',
    says: 'A process of the SSH server is killed by systemd.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): Killing process \d{1,10} \(.{1,40}\) with signal SIG\w{1,12}\.$/,
    source: 'systemd 252, src/core/unit.c',
  },
  {
    id: 'systemd-left-over',
    by: 'systemd',
    level: 'info',
    says: 'Sessions of the former SSH server go on while the new one starts; ordinary with KillMode=process.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): (?:Found left-over process \d{1,10} \(.{1,40}\) in control group while starting unit\. Ignoring\.|This usually indicates unclean termination of a previous run, or service implementation deficiencies\.|Unit process \d{1,10} \(.{1,40}\) remains running after unit stopped\.)$/,
    source: 'systemd 252, src/core/unit.c and src/core/cgroup.c',
  },
  {
    id: 'systemd-watchdog',
    by: 'systemd',
    level: 'error',
    step: 'banner',
    road: 'breaks',
    says: 'The SSH server did not report in time and systemd ended it.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): Watchdog timeout \(limit (?<limit>\w{1,20})\)!$/,
    source: 'systemd 252, src/core/job.c and src/core/service.c',
  },
  {
    id: 'systemd-oom-killed',
    by: 'systemd',
    level: 'info',
    step: 'host',
    road: 'breaks',
    says: 'The kernel killed a process of the SSH server for want of memory.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.service): (?:A process of this unit has been killed by the OOM killer|systemd-oomd killed (?:\d{1,10}|some) process\(?(?:es)?\)? in this unit|Failed with result 'oom-kill')\.$/,
    message: 'killed-for-memory',
    source: 'systemd 252, src/core/cgroup.c',
  },
  {
    id: 'systemd-unit-oom-killed',
    by: 'systemd',
    level: 'info',
    step: 'host',
    says: 'The kernel killed a process of another service for want of memory.',
    words:
      /^(?<program>(?!(?:open)?(?:sshd?|dropbear)[@.])[\w@:.\\-]{1,200}\.(?:service|scope|slice)): (?:A process of this unit has been killed by the OOM killer|systemd-oomd killed (?:\d{1,10}|some) process\(?(?:es)?\)? in this unit)\.$/,
    message: 'killed-for-memory',
    source: 'systemd 252, src/core/cgroup.c',
  },
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
      /^(?:Failed to (?:start|restart|enable|reload) (?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)): Unit (?:file )?\S{1,80} is masked\.|Unit (?:open)?(?:sshd?|dropbear)\.(?:service|socket) is masked\.|Unit file (?:open)?(?:sshd?|dropbear)\.(?:service|socket) is masked\.)$/,
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
      /^(?:Failed to (?:start|restart|enable|reload|stop|get unit file state for) (?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)): Unit \S{1,80} not (?:found|loaded)\.|Unit (?:open)?(?:sshd?|dropbear)\.(?:service|socket) (?:could )?not (?:be )?(?:found|loaded)\.)$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/dbus-manager.c and src/systemctl',
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
