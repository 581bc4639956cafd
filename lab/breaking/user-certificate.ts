import { writeFileSync } from 'node:fs'
import type { Client } from '../hosts/client.ts'
import type { Machine } from '../hosts/machine.ts'
import { configureSshd } from './sshd-config.ts'
import { publicHalf } from './client-side.ts'

/**
 * From now on alice gets in by a certificate alone: the machine trusts an authority of its own, which has signed the client's key for so
 * long (`ssh-keygen -V`) and for these users (`-n`), and her authorized_keys is gone.
 */
export async function byCertificate(
  machine: Machine,
  client: Client,
  validity: string,
  principals = 'alice',
  options: readonly string[] = [],
): Promise<void> {
  const sign = `
    rm -f ~alice/.ssh/authorized_keys
    ssh-keygen -q -t ed25519 -N '' -C authority -f /etc/ssh/user_ca
    cat > /tmp/user.pub; ssh-keygen -q -s /etc/ssh/user_ca -I alice@example.org -n ${principals} -V ${validity} ${options.join(' ')} /tmp/user.pub
    cat /tmp/user-cert.pub`
  writeFileSync(`${client.keyFile}-cert.pub`, await machine.must(sign, { stdin: publicHalf(client.keyFile) }))
  await configureSshd(machine, ['TrustedUserCAKeys /etc/ssh/user_ca.pub'])
}
