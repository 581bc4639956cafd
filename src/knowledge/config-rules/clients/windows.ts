import { clientProposal } from '../../../openssh/proposals.ts'
import type { ClientLine } from './client.ts'

const before = (major: number, minor: number) => clientProposal({ major, minor })

/** Microsoft's build; since 9.5 it has no MAC with SHA-1. */
export const windows: ClientLine = {
  name: 'OpenSSH for Windows',
  source: 'PowerShell/openssh-portable myproposal.h',
  versions: [
    { releases: '7.7 (Windows 10 1809, Server 2019)', use: 'everyday', ...before(7, 7) },
    { releases: '8.1 (Windows 10, 11, Server 2022)', use: 'everyday', ...before(8, 1) },
    { releases: '8.6 (Windows 11)', use: 'everyday', ...before(8, 6) },
    { releases: '9.2 and 9.4', use: 'everyday', ...before(9, 2) },
    {
      releases: '9.5 and later',
      use: 'everyday',
      ...before(9, 5),
      macs: before(9, 5).macs.filter((name) => !name.startsWith('hmac-sha1')),
    },
  ],
}
