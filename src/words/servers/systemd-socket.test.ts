import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './systemd-socket.ts'

readsEachLine(ENTRIES, [
  ['systemd-socket-listening', 'Listening on ssh.socket - OpenBSD Secure Shell server socket.'],
  ['systemd-socket-listening', 'Listening on OpenBSD Secure Shell server socket.'],
  ['systemd-status-triggered-by-socket', 'TriggeredBy: ● ssh.socket'],
  ['systemd-socket-closed', 'Closed ssh.socket - OpenBSD Secure Shell server socket.'],
  ['systemd-socket-failed-to-listen', 'Failed to listen on ssh.socket - OpenBSD Secure Shell server socket.'],
  ['systemd-socket-address-in-use', 'ssh.socket: Failed to create listening socket ([::]:22): Address already in use'],
  ['systemd-socket-address-in-use', 'ssh.socket: Failed to listen on sockets: Address already in use'],
  [
    'systemd-socket-cannot-assign',
    'ssh.socket: Failed to create listening socket (10.0.0.4:22): Cannot assign requested address',
  ],
  ['systemd-socket-not-created', 'ssh.socket: Failed to receive listening socket ([::]:22): Input/output error'],
  ['systemd-socket-failed-result', "ssh.socket: Failed with result 'resources'."],
  ['systemd-socket-trigger-limit', 'sshd.socket: Trigger limit hit, refusing further activation.'],
  ['systemd-socket-trigger-limit', "sshd.socket: Failed with result 'trigger-limit-hit'."],
  ['systemd-socket-too-many-connections', 'sshd.socket: Too many incoming connections (64), dropping connection.'],
  [
    'systemd-socket-too-many-from-source',
    'sshd.socket: Too many incoming connections (8) from source 203.0.113.7, dropping connection.',
  ],
  ['systemd-socket-service-active', 'ssh.socket: Socket service ssh.service already active, refusing.'],
  [
    'systemd-socket-service-missing',
    'sshd.socket: Failed to queue service startup job (Maybe the service file is missing or not a template unit?): Resource temporarily unavailable',
  ],
  [
    'systemd-socket-no-listen',
    'ssh.socket: Unit has no Listen setting (ListenStream=, ListenDatagram=, ListenFIFO=, ...). Refusing.',
  ],
  ['systemd-socket-incoming-aborted', 'ssh.socket: Incoming traffic'],
  ['systemd-socket-deactivated', 'ssh.socket: Deactivated successfully.'],
])
