/** What would tell apart faults that look alike from where the user stands, and that somebody else may have to look at. */
export interface Parting {
  /** Any two of these faults are told apart by it. */
  between: readonly string[]
  /** What to do, and what the answer means: it stands behind "To be surer". */
  says: string
  command?: string
  /** It names sshd's own files or programs: said only where the server is OpenSSH, or was not heard to be another. */
  opensshOnly?: true
}

/** In any order: the one that decides between the likeliest causes is shown (diagnose/next-step). */
export const PARTINGS: readonly Parting[] = [
  {
    between: ['host-starved', 'sshd-hung', 'cpu-starved', 'memory-exhausted', 'io-stalled'],
    says: 'look at the instance from its cloud (status checks, CPU, memory, console), or from within over a second way in',
  },
  {
    between: ['sshd-hung', 'descriptors-exhausted', 'log-daemon-hung'],
    says: 'look at the listening sshd over another way in: its state, and the function of the kernel it waits in',
    command: 'ps -o pid,stat,wchan:30,args -C sshd',
    opensshOnly: true,
  },
  {
    between: ['per-source-penalty', 'maxstartups-saturated', 'per-source-limit', 'source-banned'],
    says: 'try once from another address (a phone, another server): a refusal meant only for you lets that one in',
  },
  {
    between: ['per-source-penalty', 'sshd-child-dies'],
    says: 'leave the server alone for two minutes and try once: a penalty has run out by then, a child that dies does so again',
  },
  {
    between: ['packets-dropped', 'host-unreachable', 'source-banned'],
    says: "try from another address, and compare the server's firewall rules and address in its cloud with what you use",
  },
  {
    between: ['packets-rejected', 'source-banned'],
    says: 'try once from another address (a phone, another server): a ban is meant for your address, a rule for everybody',
  },
  {
    between: ['nothing-listens', 'packets-rejected'],
    says: 'look from within or from the cloud: a closed port and a firewall that answers with a reset look alike from here',
  },
  {
    between: [
      'sshd-child-dies',
      'fork-refused',
      'host-keys-unusable',
      'forwarder-without-backend',
      'probe-not-trustworthy',
      'protocol-blocked',
    ],
    says: "read sshd's log over another way in: a child that dies leaves a line, a forwarder leaves none",
    opensshOnly: true,
  },
  {
    between: ['upgraded-not-restarted', 'forwarder-without-backend'],
    says: 'look over another way in at what listens on the port: a forwarder is not an sshd, and the program of an sshd that was upgraded and not restarted is marked (deleted)',
    command: 'ss -ltnp; ls -l /proc/$(pgrep -o -x sshd)/exe',
    opensshOnly: true,
  },
  {
    between: [
      'sshd-child-dies',
      'fork-refused',
      'privsep-directory-missing',
      'host-keys-unusable',
      'upgraded-not-restarted',
    ],
    says: "read sshd's log over another way in: it names the process, the directory or the host key that is missing; after an upgrade it says nothing, and the running program is marked (deleted)",
    command: 'journalctl -t sshd -t sshd-session -n 20; ls -l /proc/$(pgrep -o -x sshd)/exe',
    opensshOnly: true,
  },
  {
    between: [
      'key-not-accepted',
      'user-not-allowed',
      'root-login-forbidden',
      'strict-modes-refuses',
      'account-locked',
      'clock-wrong',
      'signature-algorithm-refused',
      'certificate-not-for-user',
      'certificate-not-valid',
      'user-unknown',
      'access-rule-refuses',
      'selinux-denies',
      'apparmor-denies',
      'keys-unreadable',
      'keys-command-fails',
    ],
    says: "read sshd's log on the server: you see the same refusal whatever the cause (a wrong key, a home that is encrypted or not mounted, an algorithm), and the log has a line for each",
    command: 'journalctl -t sshd -t sshd-session -n 20',
    opensshOnly: true,
  },
  {
    between: ['account-locked', 'access-rule-refuses', 'logins-closed'],
    says: 'log in as another user: a lock or a rule shuts out some accounts, a closed machine everybody but root',
  },
  {
    between: ['account-locked', 'access-rule-refuses'],
    says: "read the server's log of that login: the module of PAM that says no has a line of its own there",
    command: 'journalctl -t sshd -t sshd-session -g pam_ -n 20',
    opensshOnly: true,
  },
  {
    between: ['grace-time-over', 'authentication-slow'],
    says: 'let one login run until the server hangs up: the seconds it took are its LoginGraceTime where the time is over',
    command: 'sudo sshd -T | grep -i logingracetime',
    opensshOnly: true,
  },
  {
    between: ['logind-hangs', 'login-hangs'],
    says: 'wait half a minute for the shell: one that comes after 25 seconds has waited for logind, as the log of that login says',
    command: 'journalctl -t sshd -t sshd-session -t systemd-logind -g "pam_systemd|session" -n 20',
    opensshOnly: true,
  },
  {
    between: ['login-limit-reached', 'sessions-refused'],
    says: "read sshd's log on the server: pam_limits says there that there are too many logins, and how many are allowed",
    command: 'journalctl -t sshd -t sshd-session -g pam_limits -n 20',
    opensshOnly: true,
  },
  {
    between: ['root-login-forbidden', 'command-forced'],
    says: "look over another way in at root's authorized_keys and at what sshd makes of its configuration: a command in front of the key runs in place of the shell",
    command: 'sudo grep -n command= /root/.ssh/authorized_keys; sudo sshd -T | grep -i permitrootlogin',
    opensshOnly: true,
  },
  {
    between: ['no-key-offered', 'method-not-offered', 'password-needed', 'key-file-missing'],
    says: 'see which keys ssh finds on this machine: each line names a file that it tries, or a key of the agent; no line means that you have none to offer',
    command: 'ssh-add -l; ls -l ~/.ssh',
  },
  {
    between: ['packet-marks-dropped', 'login-hangs', 'sessions-refused', 'shell-exits'],
    says: 'log in once with unmarked packets: where that works, the network drops the marked ones, and the server is well',
    command: 'ssh -o IPQoS=none',
  },
  {
    between: ['port-taken', 'not-an-ssh-server', 'nothing-listens', 'forwarder-without-backend'],
    says: 'look over another way in at what listens on the port, and at why the unit of sshd failed',
    command: 'ss -ltnp; systemctl status ssh.service sshd.service ssh.socket',
    opensshOnly: true,
  },
  {
    between: ['socket-unit-decides-port', 'listens-on-other-port'],
    says: 'look over another way in at who listens: systemd where the socket unit decides the port, sshd where its configuration does',
    command: 'ss -ltnp; systemctl status ssh.socket',
    opensshOnly: true,
  },
]
