// The keys come from a directory (LDAP, a cloud's metadata): the program that fetches them breaks with an upgrade, or its server is away.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

const COMMAND = '/usr/local/bin/keys-of'

const PROGRAM: Record<string, string> = {
  fails: '#!/bin/sh\necho "cannot reach the directory" >&2\nexit 1',
  'wrong-owner': '#!/bin/sh\ncat /home/alice/.ssh/authorized_keys',
}

/** The program that looks up keys fails. */
export const keysCommandFails = {
  id: 'keys-command-fails',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(PROGRAM),
  alsoRight: { 'key-not-accepted': 'a program that finds no key looks from outside as a wrong key does' },
  verdict: 'unreachable',
  fromWithin: { way: 'rescue' },
  async break({ machine, client }, variant) {
    await machine.must(`cat > ${COMMAND}; chmod 755 ${COMMAND}; rm ~alice/.ssh/authorized_keys`, {
      stdin: `${PROGRAM[variant]!}\n`,
    })
    if (variant === 'wrong-owner') await machine.must(`chown ops: ${COMMAND}`)
    await configureSshd(machine, [`AuthorizedKeysCommand ${COMMAND} %u`, 'AuthorizedKeysCommandUser nobody'])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
