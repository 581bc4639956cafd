import type { OptionTable } from '../../option.ts'
import { COLOUR } from '../../options/colour.ts'
import { FORMATS } from '../../options/formats.ts'
import { HELP } from '../../options/help.ts'
import { SSH } from '../../options/ssh.ts'

const ADDRESS = { name: 'ADDRESS' }

export const OPTIONS = {
  user: { value: { name: 'USER' }, says: 'what counts for this user (Match)' },
  address: { value: ADDRESS, says: 'what counts for a login from there (Match)' },
  host: { value: { name: 'NAME' }, says: 'what else a Match may ask for: the name they come from' },
  laddress: { value: ADDRESS, says: 'the address they come to' },
  lport: { value: { name: 'PORT' }, says: 'the port they come to' },
  rdomain: { value: { name: 'RDOMAIN' }, says: 'the routing domain they come to' },
  'invalid-user': { says: 'there is no such user' },
  addr: { value: ADDRESS, hidden: true, says: '--address as sshd -C spells it' },
  laddr: { value: ADDRESS, hidden: true, says: '--laddress as sshd -C spells it' },
  explain: { says: 'each value: what it does, and what else was written' },
  audit: { says: 'what hurts reaching it, and what hurts its safety' },
  recommend: { says: 'lines to write, and the file to write them to' },
  diff: { value: { name: 'FILE', is: 'file' }, says: 'what differs from another file, as sshd reads both' },
  release: { value: { name: 'RELEASE' }, says: 'the sshd that is meant, such as 9.2, where none can be asked' },
  root: { value: { name: 'FOLDER', is: 'folder' }, says: 'read every path, Includes too, under FOLDER' },
  local: { says: "ask this machine's own sshd as well" },
  ...FORMATS,
  ...COLOUR,
  ...SSH,
  ...HELP,
} as const satisfies OptionTable
