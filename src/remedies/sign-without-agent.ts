import type { Remedy } from '../core/remedy.ts'
import { here, or, person, plainWord } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'
import { toldWords } from './plan/told-words.ts'

/** Key types of security keys end so (PROTOCOL.u2f). */
const SECURITY_KEY = /-sk\b|_sk\b|^sk-/i

export default {
  id: 'sign-without-agent',
  title: 'Sign where somebody can say yes',
  treats: { 'agent-cannot-sign': 1 },
  needs: 'here',
  harm: 'none',
  plan(facts, target) {
    const told = toldWords(facts, 'client-agent-refused', 'client-authenticator-failed')
    const { algorithm, message } = told
    const security =
      message === 'client-authenticator-failed' ||
      SECURITY_KEY.test(algorithm ?? '') ||
      SECURITY_KEY.test(told.path ?? '')
    // A key on a card, or one that the agent names by its comment, has no file.
    const path = told.path !== undefined && /^[/~]|^[A-Za-z]:/.test(told.path) ? plainWord(told.path) : undefined
    const words = [
      'ssh',
      '-o',
      'IdentityAgent=none',
      '-i',
      or(path, 'the path of the key file'),
      or(destination(target), DESTINATION),
    ]
    const past = security
      ? 'Plug in the security key that this key was made on, and use it without the agent, in a terminal: ssh itself then asks for the PIN and for the touch.'
      : 'Use the key file without the agent, in a terminal: ssh itself then asks for the passphrase.'
    const agent = here('See what the agent holds, and whether it is locked.', ['ssh-add', '-l'])
    const ask = person(
      'An agent that has to ask (ssh-add -c, a PIN, a security key) needs a program for it: SSH_ASKPASS and a display when the agent starts. gpg-agent asks on the terminal that `gpg-connect-agent updatestartuptty /bye` tells it, and starts anew after `gpgconf --kill gpg-agent`.',
    )
    return [here(past, words), agent, ask]
  },
} satisfies Remedy
