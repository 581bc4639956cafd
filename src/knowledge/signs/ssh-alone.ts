import { known } from '../../core/probe.ts'
import type { Sign } from '../../core/types.ts'
import { mainContacts } from './attempts.ts'

/** ssh marks its connection from the first packet on (8.8 and newer, openssh.md 4.6); our own contacts carry no mark. */
export const sshAlone = {
  id: 'ssh-alone',
  stage: 'path',
  beside: true,
  usual: { alike: 0.995 },
  passes: 'alike',
  shuts: false,
  values: ['alike', 'fails'],
  from: ['login', 'contact', 'contact-again'],
  read(facts) {
    const login = known(facts, 'login')
    if (login?.stepAt.connect === undefined) return undefined
    if (login.stepAt.connected !== undefined) return 'alike'
    const contacts = mainContacts(facts)
    if (!login.log.failure?.startsWith('connect-') || contacts.length === 0) return undefined
    return contacts.every(({ connect }) => connect.outcome === 'open') ? 'fails' : 'alike'
  },
  says: {
    alike: 'ssh and a plain connection fare alike',
    fails: 'a plain connection to the port opens, and the one that ssh makes does not',
  },
} satisfies Sign<'alike' | 'fails'>
