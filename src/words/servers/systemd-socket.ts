import type { Entry } from '../entry.ts'

/** systemd about ssh.socket and sshd.socket, releases 219 to 257: systemd listens, and sshd is started by a connection. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'systemd-socket-listening',
    by: 'systemd',
    level: 'info',
    step: 'port',
    road: 'passes',
    says: 'systemd listens for SSH itself (socket activation), so the unit of the socket decides the port.',
    words:
      /^Listening on (?:(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket) - .{1,200}|OpenBSD Secure Shell server socket|OpenSSH Server Socket|SSH Socket for Per-Connection Daemons)\.$/,
    message: 'socket-unit-listens',
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-status-triggered-by-socket',
    by: 'systemd',
    level: 'info',
    step: 'port',
    says: 'systemd listens for SSH itself, and starts this service for whoever comes: the unit of the socket decides the port.',
    words: /^ {0,12}TriggeredBy: [●*] (?<program>sshd?\.socket)$/,
    message: 'socket-unit-listens',
    source: 'systemd 252, src/systemctl/systemctl-show.c print_status_info',
  },
  {
    id: 'systemd-socket-closed',
    by: 'systemd',
    level: 'info',
    says: 'systemd listens for SSH no more.',
    words:
      /^Closed (?:(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket) - .{1,200}|OpenBSD Secure Shell server socket|OpenSSH Server Socket)\.$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-failed-to-listen',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'systemd could not listen for SSH; why stands in the lines above.',
    words:
      /^Failed to listen on (?:(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket)(?: - .{1,200})?|OpenBSD Secure Shell server socket|OpenSSH Server Socket)\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-address-in-use',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'systemd cannot listen for SSH: another program, often an sshd started by hand, has that address and port.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): Failed to (?:create listening socket|listen on sockets?)(?: \((?<address>.{1,100}?)(?::(?<port>\d{1,5}))?\))?: Address already in use$/,
    message: 'address-in-use',
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-cannot-assign',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'systemd cannot listen for SSH on an address that this machine does not have (yet).',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): Failed to (?:create listening socket|listen on sockets?)(?: \((?<address>.{1,100}?)(?::(?<port>\d{1,5}))?\))?: Cannot assign requested address$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-not-created',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'systemd cannot listen for SSH.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): Failed to (?:create listening socket|receive listening socket|listen on sockets?)(?: \((?<address>.{1,100}?)(?::(?<port>\d{1,5}))?\))?: (?<reason>(?!Address already in use$|Cannot assign requested address$).{1,100})$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-failed-result',
    by: 'systemd',
    level: 'warning',
    step: 'port',
    road: 'breaks',
    says: 'systemd listens for SSH no more: the unit of the socket failed.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): Failed with result '(?<reason>(?!trigger-limit-hit|service-start-limit-hit)[\w-]{1,40})'\.$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-trigger-limit',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'So many connections came in a short time that systemd stopped listening for SSH until somebody starts the socket again.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): (?:Trigger limit hit, refusing further activation\.|Failed with result '(?<reason>(?:trigger|service-start)-limit-hit)'\.)$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-too-many-connections',
    by: 'systemd',
    level: 'warning',
    step: 'banner',
    road: 'breaks',
    says: "As many connections are open as MaxConnections of the socket's unit allows; this one was dropped.",
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): Too many incoming connections \((?<limit>\d{1,10})\), dropping connection\.$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-too-many-from-source',
    by: 'systemd',
    level: 'warning',
    step: 'banner',
    road: 'breaks',
    says: "As many connections from this address are open as MaxConnectionsPerSource of the socket's unit allows; this one was dropped.",
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): Too many incoming connections \((?<limit>\d{1,10})\) from source (?<address>[^ ,]{1,100}), dropping connection\.$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-service-active',
    by: 'systemd',
    level: 'error',
    says: 'systemd does not listen for SSH, since the service itself runs and listens already.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): Socket service (?:open)?(?:sshd?|dropbear)\.service already active, refusing\.$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-service-missing',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'systemd listens for SSH, but the service that it should start is not there.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): (?:Socket service \S{1,80} not loaded, refusing\.|Failed to queue service startup job(?: \(Maybe the service file is missing or not a (?:non-)?template unit\?\))?: (?<reason>.{1,200}))$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-no-listen',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'The unit of the socket names no port, so systemd does not listen for SSH.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): Unit has no Listen setting \(ListenStream=, ListenDatagram=, ListenFIFO=, \.\.\.\)\. Refusing\.$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-incoming-aborted',
    by: 'systemd',
    level: 'debug',
    says: 'A connection was given up before systemd could accept it; ordinary.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): (?:Incoming traffic|Failed to accept socket: (?<reason>.{1,100}))$/,
    source: 'systemd 252, src/core/socket.c',
  },
  {
    id: 'systemd-socket-deactivated',
    by: 'systemd',
    level: 'info',
    says: 'systemd has closed the socket of SSH.',
    words:
      /^(?<program>(?:open)?(?:sshd?|dropbear)(?:-[\w.-]{1,60})?\.socket): (?:Deactivated successfully|Succeeded)\.$/,
    source: 'systemd 252, src/core/unit.c',
  },
]
