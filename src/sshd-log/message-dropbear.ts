import { countedAddress } from './address.ts'
import type { Message, MessageReader } from './message-reader.ts'
import type { LineKind } from './types.ts'

/** dropbear writes address and port in one (netio.c getaddrstring), an IPv6 address in brackets or, before 2013, without. */
const FROM = / from \[?([\da-fA-F.:%\w]{2,100}?)\]?:(\d{1,5})(?:, extra auth required)?$/
/** The name stands in quotes and is a stranger's, so it ends at the last of them. */
const FOR = / for '(.{0,256})' /

function from(kind: LineKind, message: string, method?: string): Message | undefined {
  const m = FROM.exec(message)
  if (!m) return undefined
  const said: Message = { kind, address: countedAddress(m[1]!), port: Number(m[2]) }
  const user = FOR.exec(message.slice(0, m.index + 1))
  if (user) said.user = user[1]!
  if (method !== undefined) said.method = method
  return said
}

/** Words of these belong to it only behind its tag, or in a file of its own. */
export const isDropbears = (message: string): boolean => DROPBEAR.some(([words]) => message.startsWith(words))

/**
 * What dropbear says of logins (svr-authpasswd.c, svr-authpam.c, svr-authpubkey.c, svr-auth.c, svr-main.c; 2013.62 to 2025.89). A user that does not exist is
 * told in no other line than this, so it counts as the failure it is.
 */
export const DROPBEAR: readonly MessageReader[] = [
  ['Bad password attempt for ', (m) => from('failed', m, 'password')],
  ['Bad PAM password attempt for ', (m) => from('failed', m, 'password')],
  [
    'Login attempt for nonexistent user',
    (m) => {
      const said = from('failed', m)
      return said && { ...said, user: said.user ?? '', account: 'invalid' }
    },
  ],
  ['Password auth succeeded for ', (m) => from('accepted', m, 'password')],
  ['PAM password auth succeeded for ', (m) => from('accepted', m, 'password')],
  ['Pubkey auth succeeded for ', (m) => from('accepted', m, 'publickey')],
  ['Child connection from ', (m) => from('connection', m)],
]
