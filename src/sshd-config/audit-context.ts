/** What somebody knows of the machine and of who wants in, beside its configuration. All of it may be missing. */
export interface AuditContext {
  /** Who is to get in, with groups where known, and from where. */
  user?: string
  groups?: readonly string[]
  address?: string
  /** Who is logged in and asks: whoever else, this one must not be shut out. */
  present?: string
  /** Only root has an account one can log in to. */
  rootOnly?: boolean
  /** sshd's socket is systemd's. */
  socketActivated?: boolean
  /** Host key files that are there and readable for sshd. */
  hostKeyFiles?: readonly string[]
  /** Path of a host key → bits of its modulus, where it is RSA and its public half can be read. */
  hostKeyBits?: Readonly<Record<string, number>>
  /** Rules of hosts.allow and hosts.deny, where sshd is built with libwrap. */
  wrapperRules?: readonly string[]
  /** The port can be reached from the whole internet. */
  exposed?: boolean
  /** Files of sshd_config.d, whether read or not. */
  dropIns?: readonly string[]
}
