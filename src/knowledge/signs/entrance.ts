import { known } from '../../core/probe.ts'
import type { Sign } from '../../core/types.ts'
import { isLoopback } from '../../openssh/networks.ts'

/** Names of load balancers: NAME.elb.REGION.amazonaws.com and the classic NAME.REGION.elb.amazonaws.com. */
const BALANCER = /\.elb(?:\.[a-z\d-]{1,30})?\.amazonaws\.com$/i

/** Where the user goes in: a forwarder stands at a loopback address, at a published port, at a balancer's name, rather than at a host's own port 22. */
export const entrance = {
  id: 'entrance',
  stage: 'port',
  beside: true,
  uncounted: true,
  usual: { own: 0.85, 'other-port': 0.12, loopback: 0.02, balancer: 0.01 },
  passes: 'own',
  shuts: false,
  values: ['own', 'other-port', 'loopback', 'balancer'],
  from: ['ssh-config', 'name-lookup', 'contact', 'client-text'],
  read(facts) {
    const config = known(facts, 'ssh-config')
    const address = known(facts, 'contact')?.contacts[0]?.address ?? known(facts, 'name-lookup')?.addresses[0]?.address
    const told = known(facts, 'client-text')?.address
    if (address === undefined && told !== undefined) return isLoopback(told) ? 'loopback' : undefined
    if (config?.port === undefined || address === undefined) return undefined
    if (isLoopback(address)) return 'loopback'
    if (BALANCER.test(config.host ?? '')) return 'balancer'
    return config.port === 22 ? 'own' : 'other-port'
  },
  says: {
    own: 'you go to port 22 of an address of its own',
    'other-port': 'you go to another port than 22, as one publishes a container by',
    loopback: 'you go to a port of this machine itself: a tunnel or a container stands behind it',
    balancer: 'the name is that of a load balancer',
  },
} satisfies Sign
