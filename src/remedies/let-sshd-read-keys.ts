import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { editTold, onServer, or, plainWord } from '../core/steps.ts'
import type { Step } from '../core/remedy.ts'
import type { FactSheet, Target } from '../core/types.ts'
import { sshFolder } from './plan/ssh-folder.ts'
import { toldWords } from './plan/told-words.ts'

const OUTSIDE = { keyword: 'AuthorizedKeysFile', value: '.ssh/authorized_keys /etc/ssh/authorized_keys/%u' }

/** A home that nobody can read before its user has logged in. */
function forClosedHome(facts: FactSheet): Step[] | undefined {
  const home = known(facts, 'home-storage')
  const at = plainWord(home?.at ?? home?.home)
  switch (home?.state) {
    case 'not-mounted':
      return [
        onServer('Mount the file system of the home, and see why it was not.', ['mount', at], ['findmnt', '--verify']),
      ]
    case 'encrypted':
    case 'needs-ticket': {
      const say =
        'Keep a copy of the keys outside of the home, owned by root, in a file that is named after the user in /etc/ssh/authorized_keys, and let sshd read that too: `AuthorizedKeysFile .ssh/authorized_keys /etc/ssh/authorized_keys/%u`. Nobody reads the home before its user has logged in by password.'
      return [editTold(OUTSIDE, say)]
    }
    default:
      return undefined
  }
}

function path(facts: FactSheet, target?: Target) {
  const seen = known(facts, 'authorized-keys')?.files.find(({ state }) => state === 'unreadable')?.path
  return plainWord(seen ?? toldWords(facts, 'keys-file-unreadable').path) ?? sshFolder(facts, target)
}

export default {
  id: 'let-sshd-read-keys',
  title: 'Let sshd read authorized_keys',
  treats: { 'keys-unreadable': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts, target) {
    const file = or(path(facts, target), 'the path of authorized_keys')
    return (
      forClosedHome(facts) ?? [
        onServer(
          'sshd reads the file with the rights of the user. See on the way to it whose each folder is, whether the user may pass, and whether the home is mounted (an encrypted one is not while nobody is logged in).',
          ['namei', '-l', file],
        ),
        onServer(
          'If all of that is right, SELinux may deny it: compare the label with the one that the policy expects, and give it that.',
          ['ls', '-lZ', file],
          ['restorecon', '-Rv', file],
        ),
      ]
    )
  },
} satisfies Remedy
