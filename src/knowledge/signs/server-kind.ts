import type { Sign } from '../../core/types.ts'
import { SERVER_KINDS, serverKindOf } from '../../openssh/server-kind.ts'
import type { ServerKind } from '../../openssh/server-kind.ts'

/** Which server it is, by its identification: what holds for OpenSSH alone is not said of others. */
export const serverKind = {
  id: 'server-kind',
  stage: 'banner',
  beside: true,
  // A laboratory has the servers that it has.
  uncounted: true,
  usual: { openssh: 0.93, 'openssh-windows': 0.01, dropbear: 0.02, 'git-host': 0.02 },
  passes: 'openssh',
  shuts: false,
  values: SERVER_KINDS,
  from: ['contact', 'contact-again', 'contact-other-source', 'login', 'client-text'],
  read: serverKindOf,
  says: {
    openssh: 'the server is OpenSSH',
    'openssh-windows': 'the server is OpenSSH for Windows',
    dropbear: 'the server is dropbear, not OpenSSH',
    tinyssh: 'the server is tinysshd, not OpenSSH',
    proftpd: "the server is ProFTPD's mod_sftp, not OpenSSH",
    'git-host': 'the server is that of a git host',
    appliance: 'the server is an appliance, which has a server of its own',
    other: 'the server is not OpenSSH',
  },
} satisfies Sign<ServerKind>
