import type { Remedy } from '../core/remedy.ts'
import { here, or, person } from '../core/steps.ts'
import { host } from './plan/target-words.ts'

export default {
  id: 'correct-own-hosts-file',
  title: "Find out who gives the name this machine's own address",
  treats: { 'name-resolves-to-self': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts, target) => [
    here(
      'See what this machine makes of the name: an address that begins with 127., ::1, 0.0.0.0 or one of its own is not the server.',
      ['getent', 'ahosts', or(host(facts, target), 'the name')],
    ),
    here('Look for the name in /etc/hosts; a line there wins over every name server. Take it out, or correct it.', [
      'grep',
      '-n',
      '-i',
      or(host(facts, target), 'the name'),
      '/etc/hosts',
    ]),
    person(
      'Where no line there has it, a name server or a filter of names (Pi-hole, AdGuard, a VPN) answers so: use the address of the server itself until the record is right.',
    ),
  ],
} satisfies Remedy
