/**
 * What none of our logins may do, whatever the user's configuration says: ask at the terminal, forward an agent, a port or
 * a tunnel to a server that may be broken into, run their local command, rewrite their known_hosts. For `-o`.
 */
export const HARMLESS_LOGIN: readonly string[] = [
  'BatchMode=yes',
  'ForwardAgent=no',
  'ForwardX11=no',
  'ClearAllForwardings=yes',
  'Tunnel=no',
  'PermitLocalCommand=no',
  'RequestTTY=no',
  'UpdateHostKeys=no',
]
