import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import type { Facts } from '../core/types.ts'
import { onServer, plainWord, withUndo } from '../core/steps.ts'

const EARNED = 'and find out what earned it before it comes back.'

/** A ban is lifted where it was made: taken out of the firewall alone, it is soon put there again. */
function fail2ban(address: string, banned: Facts['bans']['banned']) {
  const jails = banned.filter(({ tool }) => tool === 'fail2ban')
  if (jails.length > 1) {
    const say = `Several jails have it: lift the ban in all of them, ${EARNED}`
    return [onServer(say, ['fail2ban-client', 'unban', address])]
  }
  const jail = jails[0]?.holder.kind === 'jail' ? plainWord(jails[0].holder.name) : undefined
  // Which jail it is does not matter to the other form, which asks them all.
  if (jail === undefined) return [onServer(`Lift the ban, ${EARNED}`, ['fail2ban-client', 'unban', address])]
  const step = onServer(`Lift the ban, ${EARNED}`, ['fail2ban-client', 'set', jail, 'unbanip', address])
  return [withUndo(step, ['fail2ban-client', 'set', jail, 'banip', address])]
}

export default {
  id: 'lift-ban',
  title: 'Lift the ban',
  treats: { 'source-banned': 1, 'denied-by-tcp-wrappers': 1 },
  needs: 'server',
  harm: 'undone',
  plan(facts) {
    const banned = known(facts, 'bans')?.banned ?? []
    const [first] = banned
    const address = plainWord(first?.address)
    if (!first || address === undefined) return { refuse: 'no ban tool was seen to have the address' }
    switch (first.tool) {
      case 'fail2ban':
        return fail2ban(address, banned)
      case 'crowdsec': {
        const whole = address.includes('/')
        const say = whole
          ? `The ban is for the whole network ${address}: lift it, ${EARNED}`
          : `Lift the ban, ${EARNED}`
        return [onServer(say, ['cscli', 'decisions', 'delete', whole ? '--range' : '--ip', address])]
      }
      case 'sshguard': {
        const say = `Name ${address} in /etc/sshguard/whitelist, take it out of its blacklist file if there is one, and start sshguard again: it forgets the others it blocks for a time.`
        return [onServer(say, ['systemctl', 'restart', 'sshguard'])]
      }
      case 'denyhosts': {
        const say =
          'Stop DenyHosts, take the address out of all these files, and start it again: it puts back what only one of them has lost.'
        return [onServer(say, ['grep', '-rnF', address, '/etc/hosts.deny', '/var/lib/denyhosts'])]
      }
      default:
        return { refuse: 'no way is known to lift a ban of this tool' }
    }
  },
} satisfies Remedy
