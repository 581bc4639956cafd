/** What differs by platform, in one place. Every value says what is missing elsewhere. */

const windows = process.platform === 'win32'
const linux = process.platform === 'linux'

export const platform = {
  /** Kernel counters, connection tables and routes are read from /proc and iproute2: Linux only. */
  hasProc: linux,
  /** Every address of 127.0.0.0/8 is ours to send from; macOS and Windows have only 127.0.0.1 until told otherwise. */
  ownsLoopbackBlock: linux,
  /** POSIX permission bits mean something; on Windows ssh checks access control lists, which we leave to it. */
  hasModes: !windows,
  /** A child can lead a process group that is ended as a whole. */
  hasProcessGroups: !windows,
  /** Bytes that a Unix socket's name has room for in front of its zero: sun_path is 108 long on Linux, 104 on macOS and the BSDs. */
  socketNameRoom: linux ? 107 : 103,
  /** Where the agent listens when the environment does not say. */
  agentPipe: windows ? '\\\\.\\pipe\\openssh-ssh-agent' : undefined,
  /** A known_hosts file that is always empty. */
  nullDevice: windows ? 'NUL' : '/dev/null',
} as const
