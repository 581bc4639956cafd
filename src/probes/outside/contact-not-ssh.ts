import type { Probe } from '../../core/probe.ts'
import { bestEndpoint, hasNamedItself, isDirect } from '../dial/addresses.ts'
import { oneContact } from '../dial/one-contact.ts'
import { NOT_SSH } from '../dial/our-words.ts'

export default {
  id: 'contact-not-ssh',
  needs: 'network',
  asks: 'does sshd answer a line that is not SSH, sent in one small packet?',
  cost: { seconds: 1, connections: 1, load: 0.2 },
  decides: ['small-reply'],
  applies: (facts, target) => isDirect(facts) && bestEndpoint(facts, target) !== undefined && hasNamedItself(facts),
  async run(context) {
    const speech = { afterIdentification: [NOT_SSH] }
    return { contacts: [await oneContact(context, 'saying something that is not SSH', { speech, until: 'end' })] }
  },
} satisfies Probe<'contact-not-ssh'>
