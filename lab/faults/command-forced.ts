// The key or the account is for one purpose: a backup (`command=` in authorized_keys), git, a deployment or file
// transfer only (ForceCommand). Whoever wants a shell there gets something else, or the connection closes after one
// line. The commonest of all is `cloud-root`: what cloud-init writes into root's authorized_keys, ten seconds of
// sleep included.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { Machine } from '../hosts/machine.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

const DEPLOY = '/usr/local/bin/deploy'

const force: Record<string, (machine: Machine) => Promise<unknown>> = {
  'authorized-keys': (machine) => machine.must(`sed -i 's|^|command="${DEPLOY}",no-pty |' ~alice/.ssh/authorized_keys`),
  'cloud-root': async (machine) => {
    const keys = await machine.must('cat ~root/.ssh/authorized_keys')
    await machine.must('cat > ~root/.ssh/authorized_keys', { stdin: CLOUD_ROOT + keys })
  },
  'force-command': (machine) => configureSshd(machine, ['Match User alice', `  ForceCommand ${DEPLOY}`]),
  'sftp-only': (machine) => configureSshd(machine, ['Match User alice', '  ForceCommand internal-sftp']),
}

const CLOUD_ROOT_SAYS = `echo 'Please login as the user \\"ubuntu\\" rather than the user \\"root\\".'`
const CLOUD_ROOT = `no-port-forwarding,no-X11-forwarding,command="${CLOUD_ROOT_SAYS};echo;sleep 10;exit 142" `

/** The server runs its own command in place of the shell. */
export const commandForced = {
  id: 'command-forced',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(force),
  alsoRight: {
    'root-login-forbidden': { says: 'that is what cloud-init means by it, for root', variants: ['cloud-root'] },
  },
  // The login itself works; whoever wants nothing but that purpose is served.
  verdict: 'degraded',
  fromWithin: { way: 'login' },
  async break({ machine, client }, variant) {
    const script = '#!/bin/sh\necho "deploying revision 4711 ..."\nsleep 0.2\necho done\n'
    await machine.must(`cat > ${DEPLOY}; chmod 755 ${DEPLOY}`, { stdin: script })
    await force[variant]!(machine)
    return { args: client.sshArgs(variant === 'cloud-root' ? 'root' : 'alice') }
  },
} satisfies BrokenFault
