import { fact } from '../fact.ts'
import { object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: where the home lies',
  shape: object(
    {
      home: text('The home.'),
      state: oneOf(
        ['open', 'encrypted', 'not-mounted', 'needs-ticket'],
        '`encrypted`: it opens with a login by password only, and is shut now; `not-mounted`: its file system is listed and not there; `needs-ticket`: NFS asks the user for a Kerberos ticket.',
      ),
      by: optional(
        text('The mechanism: `eCryptfs`, `fscrypt`, `systemd-homed`, `pam_mount`, `fstab`, `autofs`, `nfs4`.'),
      ),
      at: optional(text('The mount point.')),
    },
    'From within: where the home lies.',
  ),
})
