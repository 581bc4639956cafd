// The key has a passphrase and nothing holds it open: a script under cron, a new terminal without the agent, `sudo`
// that drops SSH_AUTH_SOCK. A new-format key shows its public half, so the server says yes before ssh finds that it
// cannot sign; an old PEM file without its .pub is not even offered.
import { readFileSync, rmSync } from 'node:fs'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient, makeKey, onClient, publicHalf } from '../breaking/client-side.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The only key is right and locked. */
export const keyLocked = {
  id: 'key-locked',
  releases: DEFAULT_RELEASES,
  variants: ['openssh', 'pem'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ machine, client, random }, variant) {
    await configureSshd(machine, passwordsOrNot(random))
    if (variant === 'openssh') {
      await onClient(client, ['ssh-keygen', '-q', '-p', '-P', '', '-N', 'correct horse', '-f', client.keyFile])
      return { args: client.sshArgs() }
    }
    const pem = await makeKey(client, 'legacy.pem', ['-t', 'rsa', '-b', '2048'])
    await machine.must('cat > ~alice/.ssh/authorized_keys', { stdin: publicHalf(pem) })
    rmSync(`${pem}.pub`)
    await onClient(client, ['ssh-keygen', '-q', '-p', '-m', 'PEM', '-P', '', '-N', 'correct horse', '-f', pem])
    if (!readFileSync(pem, 'utf8').includes('ENCRYPTED')) throw new Error('the PEM key is not locked')
    configureClient(client, [`IdentityFile ${pem}`])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
