import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { portsOfSshd } from '../core/sshd-ports.ts'
import { here, or, plainWord } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'use-other-port',
  title: 'Use the port that sshd listens on',
  treats: { 'listens-on-other-port': 1 },
  needs: 'here',
  harm: 'none',
  plan(facts, target) {
    const seen = known(facts, 'other-ssh-port')?.contacts.find((contact) => contact.identification !== undefined)?.port
    const listening = portsOfSshd(facts).find((one) => one !== known(facts, 'listener')?.port)
    const port = listening ?? seen
    const say =
      port === undefined
        ? 'Use the port it listens on; whoever runs the server knows it.'
        : 'Use the port it listens on.'
    return [here(say, ['ssh', '-p', or(plainWord(port), 'that port'), or(destination(target), DESTINATION)])]
  },
} satisfies Remedy
