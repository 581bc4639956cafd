import { clientProposal } from '../../../openssh/proposals.ts'
import type { Since } from '../../../openssh/release.ts'
import type { ClientLine, ClientVersion } from './client.ts'
import { names } from './client.ts'

/** Its default lists stayed the same for all these releases, as far as a server can shut it out. */
const version = (releases: string, [major, minor]: Since, use: ClientVersion['use']): ClientVersion => ({
  releases,
  use,
  ...clientProposal({ major, minor }),
})

export const openssh: ClientLine = {
  name: 'OpenSSH',
  source: 'myproposal.h KEX_CLIENT_*',
  versions: [
    {
      releases: '5.3 (RHEL 6)',
      use: 'old',
      kex: names(
        'diffie-hellman-group-exchange-sha256,diffie-hellman-group-exchange-sha1,diffie-hellman-group14-sha1,diffie-hellman-group1-sha1',
      ),
      ciphers: names(
        'aes128-ctr,aes192-ctr,aes256-ctr,arcfour256,arcfour128,aes128-cbc,3des-cbc,blowfish-cbc,cast128-cbc,aes192-cbc,aes256-cbc,arcfour,rijndael-cbc@lysator.liu.se',
      ),
      macs: names(
        'hmac-md5,hmac-sha1,umac-64@openssh.com,hmac-ripemd160,hmac-ripemd160@openssh.com,hmac-sha1-96,hmac-md5-96',
      ),
      keys: names('ssh-rsa,ssh-dss'),
    },
    version('6.6 (Ubuntu 14.04)', [6, 6], 'old'),
    version('6.7 to 6.9 (Debian 8)', [6, 7], 'old'),
    version('7.0 and 7.1', [7, 0], 'old'),
    version('7.2 and 7.3 (Ubuntu 16.04)', [7, 2], 'old'),
    version('7.4 and 7.5 (RHEL 7)', [7, 4], 'everyday'),
    version('7.6 to 7.9 (Ubuntu 18.04)', [7, 6], 'everyday'),
    version('8.0 and 8.1 (RHEL 8)', [8, 0], 'everyday'),
    version('8.2 to 8.4 (Ubuntu 20.04, Debian 11)', [8, 2], 'everyday'),
    version('8.5 to 8.7 (RHEL 9)', [8, 5], 'everyday'),
    version('8.8 and 8.9 (Ubuntu 22.04)', [8, 9], 'everyday'),
    version('9.0 to 9.8 (Debian 12, Ubuntu 24.04)', [9, 0], 'everyday'),
    version('9.9', [9, 9], 'everyday'),
    version('10.0 to 10.2 (Debian 13)', [10, 0], 'everyday'),
    version('10.3 and later', [10, 3], 'everyday'),
  ],
}
