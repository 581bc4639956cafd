import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord } from '../core/steps.ts'

export default {
  id: 'make-privsep-directory',
  title: 'Make the empty directory of sshd',
  treats: { 'privsep-directory-missing': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    const path = plainWord(known(facts, 'privsep-directory')?.path) ?? '/run/sshd'
    const owner = ['-o', 'root', '-g', 'root']
    return [onServer('Make the directory again.', ['install', '-d', ...owner, '-m', '0755', path])]
  },
} satisfies Remedy
