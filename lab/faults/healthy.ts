// No fault at all. The commonest machine in production is well, and a tool that finds something wrong with it is
// worse than none. Much of what surrounds a healthy login looks like trouble to a careless reader: a lawyer's banner
// that speaks of prosecution, a greeting, a way through a bastion or a proxy command, a crowded agent.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient, makeKey, startAgent } from '../breaking/client-side.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault, FaultLab } from '../types.ts'

const LEGAL = `*********************************************************************
  WARNING: access denied to unauthorized persons. All connections are
  logged. Accounts of offenders will be locked and prosecuted.
*********************************************************************\n`

const MOTD = `\nWelcome to web7.
  System restart required. 14 updates can be applied.
  Maintenance window: Sunday 02:00-04:00, logins may be closed then.\n\n`

const login: Record<string, (lab: FaultLab) => Promise<readonly string[]> | readonly string[]> = {
  plain: ({ client }) => client.sshArgs(),
  ipv6: ({ client, machine }) => client.sshArgs('alice', machine.address6),
  banner: async ({ client, machine }) => {
    await machine.must('cat > /etc/issue.net', { stdin: LEGAL })
    await configureSshd(machine, ['Banner /etc/issue.net'])
    return client.sshArgs()
  },
  motd: async ({ client, machine }) => {
    await machine.must('cat > /etc/motd', { stdin: MOTD })
    return client.sshArgs()
  },
  jump: ({ client, machine }) => ['-J', `ops@${machine.address}`, ...client.sshArgs()],
  'proxy-command': ({ client, machine }) => {
    const through = ['ssh', ...client.sshArgs('ops', machine.address), '-W', '%h:%p'].join(' ')
    return ['-o', `ProxyCommand=${through}`, ...client.sshArgs()]
  },
  agent: async ({ client }) => {
    const others = await Promise.all(['work', 'github', 'old'].map((name) => makeKey(client, name)))
    const socket = await startAgent(client, [...others, client.keyFile])
    configureClient(client, [`IdentityAgent ${socket}`])
    return client.sshArgs()
  },
  name: ({ client, machine }) => {
    client.addName('web7.example.org', [machine.address6, machine.address])
    return client.sshArgs('alice', 'web7.example.org')
  },
}

/** A machine that lets its user in. */
export const healthy = {
  id: 'healthy',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(login),
  verdict: 'reachable',
  fromWithin: { not: 'its odd relatives are looked at from within (lab/odd-and-healthy.ts)' },
  async break(lab, variant) {
    return { args: await login[variant]!(lab) }
  },
} satisfies BrokenFault
