// Since 9.8 sshd remembers who misbehaved: a script with an old key, a health check that connects and closes, a scanner
// behind the same address, and the whole address is refused for a while, in the same words as by MaxStartups. Penalties
// are raised here so that one lasts while somebody looks; they are earned as in life.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../hosts/command.ts'
import { leaveOneAddress } from '../breaking/one-address.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault, FaultLab } from '../types.ts'

/** The client's own address is serving a penalty. */
export const perSourcePenalty = {
  id: 'per-source-penalty',
  releases: ['trixie'],
  variants: ['other-address', 'one-address'],
  clientAddresses: 2,
  alsoRight: {
    'maxstartups-saturated': {
      says: 'the notice is the same; who has one address (one-address) cannot see that others get in',
      variants: ['one-address'],
    },
    'per-source-limit': 'the notice is the same, and both turn away one address only',
  },
  verdict: 'unreachable',
  fromWithin: { way: 'kept' },
  async break(lab, variant) {
    const seconds = 120 + Math.floor(lab.random() * 120)
    await configureSshd(lab.machine, [`PerSourcePenalties authfail:${seconds} noauth:${seconds}`])
    await (lab.random() < 0.5 ? failALogin(lab) : connectAndClose(lab))
    await untilRefused(lab)
    if (variant === 'one-address') await leaveOneAddress(lab)
    return { args: lab.client.sshArgs() }
  },
} satisfies BrokenFault

async function failALogin({ client, scratch, machine }: FaultLab): Promise<void> {
  const [key, config] = [join(scratch, 'old-key'), join(scratch, 'old-config')]
  await must(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', key])
  writeFileSync(config, `IdentityFile ${key}\nUserKnownHostsFile ${client.knownHostsFile}\nPasswordAuthentication no\n`)
  const login = await client.run(['ssh', '-F', config, '-o', 'BatchMode=yes', `alice@${machine.address}`, 'true'])
  if (!login.stderr.includes('Permission denied')) throw new Error(`the login to fail did: ${login.stderr}`)
}

async function connectAndClose({ client, machine }: FaultLab): Promise<void> {
  await client.run(['bash', '-c', `exec 3<>/dev/tcp/${machine.address}/22; read -r line <&3`])
}

// The penalty is given when the child is reaped, a moment after the client has gone.
async function untilRefused({ client, machine }: FaultLab): Promise<void> {
  const read = `exec 3<>/dev/tcp/${machine.address}/22; read -r -t 3 line <&3; echo "$line"`
  for (let tries = 0; tries < 10; tries++) {
    if ((await client.run(['bash', '-c', read])).stdout.includes('Not allowed')) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('sshd gives no penalty')
}
