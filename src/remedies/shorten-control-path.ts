import type { Remedy } from '../core/remedy.ts'
import { here, or, person } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'
import { toldWords } from './plan/told-words.ts'

export default {
  id: 'shorten-control-path',
  title: 'Make ControlPath shorter',
  treats: { 'control-path-too-long': 1 },
  needs: 'here',
  harm: 'lasting',
  plan(facts, target) {
    const { path } = toldWords(facts, 'client-control-path-too-long')
    const ansible = path?.includes('ansible') === true
    const shorter = ansible
      ? 'Ansible: set control_path = %(directory)s/%%C under [ssh_connection] in ansible.cfg, or control_path_dir = /tmp/cp there; %C is a hash of 40 characters in place of host, port and user.'
      : 'Write ControlPath ~/.ssh/%C into your ssh configuration: %C is a hash of 40 characters in place of host, port and user (OpenSSH 6.7 and newer).'
    return [
      here('Log in without a shared connection for now.', [
        'ssh',
        '-o',
        'ControlPath=none',
        or(destination(target), DESTINATION),
      ]),
      person(shorter),
    ]
  },
} satisfies Remedy
