import type { Remedy } from '../core/remedy.ts'
import { here, or, person } from '../core/steps.ts'
import { nameThatLeads } from './plan/name-that-leads.ts'

/** The address that means every address to a listener, and nobody to who connects. */
const UNSPECIFIED = /^(?:0\.0\.0\.0|::)$/

export default {
  id: 'correct-own-hosts-file',
  title: "Find out who gives the name this machine's own address",
  treats: { 'name-resolves-to-self': 1 },
  needs: 'here',
  harm: 'none',
  plan(facts, target) {
    const name = nameThatLeads(facts, target)
    const resolver = person(
      'Where no line there has it, a name server or a filter of names (Pi-hole, AdGuard, a VPN) answers so: ask another name server, and use the address of the server itself until the record is right.',
    )
    if (name !== undefined && UNSPECIFIED.test(name))
      return [person(`${name} is the address of no server: write the name or the address of the one you mean.`)]
    return [
      here(
        'See what this machine makes of the name: an address that begins with 127., ::1, 0.0.0.0 or one of its own is not the server.',
        ['getent', 'ahosts', or(name, 'the name')],
      ),
      here('Look for the name in /etc/hosts; a line there wins over every name server. Take it out, or correct it.', [
        'grep',
        '-n',
        '-i',
        or(name, 'the name'),
        '/etc/hosts',
      ]),
      resolver,
    ]
  },
} satisfies Remedy
