import { known } from '../../../core/probe.ts'
import type { FactSheet, Sign } from '../../../core/types.ts'

type Forward = 'local' | 'remote' | 'dynamic'

/** -D opens channels from this side as -L does; -R asks for a listener on the other (sshd_config(5) AllowTcpForwarding). */
const needs = (forward: Forward): 'local' | 'remote' => (forward === 'remote' ? 'remote' : 'local')

const setting = (facts: FactSheet, keyword: string): string | undefined =>
  known(facts, 'sshd-effective')?.values[keyword]?.join(' ')

/** What forbids one of the forwardings that the user asks for; null where nothing does, undefined where that was not seen. */
function forbids(facts: FactSheet): string | null | undefined {
  const asked = known(facts, 'ssh-config')?.forwards ?? []
  if (asked.length === 0) return undefined
  const sides = [...new Set(asked.map(needs))]
  if (setting(facts, 'disableforwarding') === 'yes') return 'DisableForwarding yes'
  const allow = setting(facts, 'allowtcpforwarding')
  if (allow === undefined) return undefined
  if (sides.some((side) => allow === 'no' || (/^(?:local|remote)$/.test(allow) && allow !== side)))
    return `AllowTcpForwarding ${allow}`
  if (sides.includes('local') && setting(facts, 'permitopen') === 'none') return 'PermitOpen none'
  if (sides.includes('remote') && setting(facts, 'permitlisten') === 'none') return 'PermitListen none'
  const key = known(facts, 'authorized-keys')?.files.find(({ ours }) => ours)
  const options = key?.options?.toLowerCase().split(',') ?? []
  const barred = options.findLast((one) => /^(?:no-port-forwarding|port-forwarding|restrict)$/.test(one))
  return barred === undefined || barred === 'port-forwarding' ? null : `${key?.path ?? 'authorized_keys'}: ${barred}`
}

export const forwardingRules = {
  id: 'forwarding-rules',
  stage: 'session',
  beside: true,
  usual: { allowed: 0.9998 },
  passes: 'allowed',
  shuts: false,
  values: ['allowed', 'forbidden'],
  from: ['ssh-config', 'sshd-effective', 'authorized-keys'],
  read(facts) {
    const rule = forbids(facts)
    return rule === undefined ? undefined : rule === null ? 'allowed' : 'forbidden'
  },
  says: {
    allowed: 'sshd allows the forwarding that you ask for',
    forbidden: 'sshd forbids the forwarding that you ask for',
  },
  detail: (facts) => forbids(facts) ?? undefined,
} satisfies Sign<'allowed' | 'forbidden'>
