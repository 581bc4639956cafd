/**
 * What only somebody on the server can see. One key per probe of probes/inside. Where a part could not be read (no
 * root, no such tool, too slow) it is left out: undefined is "not known", never "no".
 */
export interface InsideFacts {
  /** Whom the way in makes us there, and what kind of machine it is. */
  'inside-session': {
    user: string
    uid: number
    /** `sudo -n` works, or we are root. */
    root: boolean
    kernel: string
    /** ID and VERSION_ID of os-release, such as `debian 12`. */
    os?: string
    init: 'systemd' | 'other'
    /** Where the way in seems to come from, as the server sees it; none on the machine itself. */
    clientAddress?: string
    /** The machine's name for itself. */
    hostname?: string
    /** Its own addresses, loopback left out; none where nothing there tells them. */
    addresses?: string[]
    /** Fingerprints of its host keys, `SHA256:…`; none where they could not be read. */
    hostKeys?: string[]
    /** Seconds one empty command took. */
    roundTrip: number
    /** Server's clock minus ours, seconds. */
    clockOffset: number
  }
  /** Who listens on the port, and how it is. */
  listener: {
    port: number
    listeners: Listener[]
    /** Ports on which some sshd listens. */
    sshdPorts: number[]
  }
  /** Connections that are not logged in yet, by where they come from (openssh.md 1.2). */
  'slot-holders': {
    pending: { address: string; count: number; oldestSeconds?: number }[]
    total: number
    /** Of those, ours: from the address we come from. */
    mine?: number
    /** Logged-in sessions; they hold no slot. */
    loggedIn?: number
  }
  'accept-queue': {
    /** Connections the kernel has accepted and sshd has not, and how many fit. */
    waiting: number
    backlog: number
    /** Since boot, all sockets: TcpExtListenOverflows. */
    overflows?: number
  }
  /** `sshd -T -C user=…,addr=…`: what sshd would do for this user if it were started now. */
  'sshd-effective': {
    ok: boolean
    /** sshd's own words where it refuses its configuration, visible form. */
    error?: string
    /** Path of the sshd asked and its version line. */
    sshd?: string
    version?: string
    /** Lower-case keyword → values as printed. */
    values: Record<string, string[]>
    /** A configuration file is younger than the listener's start or last reload. */
    changedSinceStart?: boolean
    /** From `sshd -G`, which knows of no user: what stands in Match blocks is missing. */
    withoutMatch?: boolean
  }
  'sshd-unit': {
    units: {
      name: string
      active: string
      sub: string
      result?: string
      enabled?: string
      tasks?: number
      tasksMax?: number
      /** Exit status of the main process when it failed. */
      status?: number
      /** Seconds since the state last changed. */
      since?: number
    }[]
    /** Socket activation. */
    socket?: { name: string; active: boolean; accept: boolean; listens: string[]; connections?: number; max?: number }
  }
  memory: {
    totalKb: number
    availableKb: number
    swapTotalKb: number
    swapFreeKb: number
    /** The memory cgroup that holds sshd, where it has a limit of its own. */
    limitKb?: number
    usedKb?: number
  }
  /** Share of time stalled in the last 10 s, percent (PSI), and the load. Without PSI, measured over a second of /proc/stat. */
  pressure: {
    cpuSome?: number
    memorySome?: number
    memoryFull?: number
    ioSome?: number
    ioFull?: number
    load1: number
    cpus: number
    runnable?: number
    /** Percent of the second we looked at. */
    idle?: number
    ioWait?: number
    steal?: number
    /** The cgroup of sshd or above is throttled: share of periods in which it ran out of quota, since boot. */
    throttled?: number
    /** cgroup quota in CPUs, where there is one. */
    quotaCpus?: number
  }
  'blocked-tasks': {
    /** Processes in uninterruptible sleep, visible names, and where in the kernel. */
    tasks: { pid: number; name: string; waitsIn?: string }[]
    /** "blocked for more than … seconds" of the kernel log. */
    kernelSays: string[]
  }
  'oom-kills': { kills: { secondsAgo?: number; process: string; says: string }[] }
  disk: {
    mounts: { mount: string; device: string; usedPercent: number; inodesUsedPercent?: number; readOnly: boolean }[]
  }
  descriptors: {
    /** /proc/sys/fs/file-nr. */
    used: number
    max: number
    /** Of the listening sshd. */
    listener?: { open: number; limit: number }
  }
  'process-limit': {
    tasks: number
    /** min(kernel.pid_max, kernel.threads-max). */
    max: number
    /** The pids cgroups from the listener's own upwards. */
    groups: { path: string; current: number; max: number }[]
    /** "fork rejected by pids controller" and the like in the kernel log. */
    kernelSays: string[]
  }
  'host-keys': {
    keys: { path: string; state: 'usable' | 'missing' | 'empty' | 'too-open' | 'unreadable' | 'not-a-key' }[]
    usable: number
  }
  'privsep-directory': { path: string; state: 'fine' | 'missing' | 'wrong-owner-or-mode' }
  /** Programs sshd starts for a connection (9.8 on: sshd-session, sshd-auth). */
  'sshd-programs': {
    /** The running listener's binary was replaced or removed on disk. */
    listenerReplaced?: boolean
    programs: {
      path: string
      /** `broken`: it does not even start; `says` has the loader's or its own words, visible form. */
      state: 'fine' | 'missing' | 'not-executable' | 'broken'
      says?: string
    }[]
  }
  'tcp-wrappers': {
    /** sshd (or sshd-session) is linked with libwrap. */
    linked: boolean
    /** What hosts.allow and hosts.deny say about the address we come from; `by-name` needs a lookup first. */
    verdict: 'no-rules' | 'allows' | 'denies' | 'by-name' | 'unknown'
    rule?: string
  }
  firewall: {
    /** nft, iptables, ufw, firewalld: whichever has rules. */
    tools: string[]
    /** What becomes of a new connection from our address to the port. */
    verdict: 'open' | 'drops' | 'rejects' | 'limits' | 'unknown'
    /** The rule that decides, visible form: `family table chain: rule`, or `route: …`. */
    rule?: string
    /** Whose rule that is: ufw, firewalld, fail2ban, crowdsec, sshguard, shorewall, nft, iptables, iptables-legacy, or route. */
    by?: string
    /** firewalld's zone it stands in. */
    zone?: string
    /** What is dropped is the server's answer. */
    answers?: boolean
    /** The address it was judged for. */
    from?: string
  }
  bans: {
    tools: { name: string; running: boolean }[]
    /** Our address, in a ban list. */
    banned: { tool: string; rule: string; address: string; /** ISO 8601. */ until?: string }[]
    /** Addresses banned in all. */
    total?: number
  }
  account: {
    name: string
    exists: boolean
    uid?: number
    groups?: string[]
    shell?: string
    shellState?: 'fine' | 'missing' | 'not-executable' | 'refuses-logins'
    home?: string
    homeState?: 'fine' | 'missing' | 'not-a-directory'
    /** From shadow; undefined without root. */
    locked?: boolean
    /** The lock keeps keys out too: sshd heeds it only with UsePAM no (auth.c allowed_user). */
    lockKeepsOut?: boolean
    /** `account`: its end date has passed; `dormant`: its password has been too old for too long; `password`: it must be changed first. */
    expired?: 'no' | 'account' | 'dormant' | 'password'
    /** YYYY-MM-DD. */
    expiredOn?: string
    /** From the effective configuration's Allow/Deny lists. */
    allowed?: { verdict: 'allowed' | 'denied'; rule?: string }
    /** `faillock`/`pam_tally2` keeps it out. */
    failLocked?: boolean
  }
  'authorized-keys': {
    files: {
      path: string
      state: 'present' | 'missing' | 'unreadable' | 'empty'
      keys?: number
      /** One of the keys of ours is in it. */
      ours?: boolean
      /** Options in front of our key. */
      options?: string
      /** Why sshd takes no key from this file, or not ours from us: an option, its algorithm, the file's own rights; visible form. */
      bars?: string
    }[]
    /** AuthorizedKeysCommand or a CA may let keys in that no file names. */
    otherSources: string[]
    /** What StrictModes refuses on the way to it: path, and what is wrong with it. */
    refused: { path: string; says: string }[]
    strictModes?: boolean
  }
  nologin: { files: { path: string; says: string }[] }
  pam: {
    usePam?: boolean
    /** Modules of sshd's stack that deny or delay: file, line, visible form. */
    suspects: string[]
    missingModules: string[]
  }
  resolver: {
    servers: string[]
    /** Looking our own address up backwards, as UseDNS does. */
    seconds: number
    outcome: 'found' | 'not-found' | 'fails' | 'timeout'
  }
  /** Processes that would have to write a log line, and do they? */
  'log-daemon': {
    name?: string
    state: 'answers' | 'hangs' | 'not-running' | 'unknown'
    /** Processes of sshd stuck in a write to /dev/log. */
    stuck?: number
  }
  'login-files': {
    /** Login scripts, ForceCommand, shell start-up files of the user that run before the prompt: path and what is odd. */
    suspects: { path: string; says: string }[]
    forceCommand?: string
  }
  'selinux-apparmor': { selinux?: 'enforcing' | 'permissive' | 'disabled'; denials: string[] }
  containers: { runtime: string; running: number; stopped: number; names: string[] }
  boot: {
    /** ISO 8601. */
    bootedAt: string
    uptime: number
    /** `systemctl is-system-running`. */
    state?: string
    /** Jobs not done yet. */
    jobs?: string[]
    /** Packages of ssh, libc, kernel… put on disk since the boot or the listener's start. */
    updatedSince?: string[]
    rebootRequired?: boolean
  }
}

export interface Listener {
  pid?: number
  address: string
  port: number
  /** The program that holds the socket, such as `sshd`, `systemd`, `docker-proxy`. */
  program?: string
  /** Process title of sshd, visible form. */
  title?: string
  /** `[listener] n of begin-full startups` (8.2 on). */
  startups?: { pending: number; begin: number; full: number }
  /** Letter of /proc/PID/stat: S R D T t Z. */
  state?: string
  /** Where it sleeps in the kernel. */
  waitsIn?: string
  /** Its cgroup is frozen. */
  frozen?: boolean
  /** Seconds it has been running. */
  age?: number
  tracedBy?: number
}
