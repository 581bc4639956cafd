import type { Facts } from '../core/types.ts'

/** What sshd's words are about. Its check looks at host keys and the empty directory beside the file (sshd.c main, servconf.c). */
export function refusalOf(says: string): NonNullable<Facts['sshd-effective']['refusal']> {
  if (/hostkeys|host key/i.test(says)) return { says, about: 'host-keys' }
  if (/Missing privilege separation directory|must be owned by root and not group/i.test(says))
    return { says, about: 'privsep-directory' }
  const at = /(\/\S+?):? line (\d{1,7}):/.exec(says)
  return { says, about: 'configuration', ...(at && { file: at[1]!, line: Number(at[2]) }) }
}
