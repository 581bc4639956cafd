import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import { sshFolder } from './plan/ssh-folder.ts'
import { toldWords } from './plan/told-words.ts'

export default {
  id: 'restore-selinux-labels',
  title: 'Give the files the labels that SELinux expects',
  treats: { 'selinux-denies': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts, target) {
    const path = plainWord(toldWords(facts, 'selinux-denied', 'keys-file-unreadable').path)
    const folder = path?.startsWith('/') ? path.replace(/\/[^/]{1,255}$/, '') : sshFolder(facts, target)
    return [
      onServer('Read what SELinux denied to sshd: the file, its label, and what was asked.', [
        'ausearch',
        '-m',
        'AVC',
        '-c',
        'sshd',
        '-i',
      ]),
      onServer(
        'Compare the labels with what the policy expects, and give the files those.',
        ['ls', '-lZ', or(folder, "the user's .ssh folder")],
        ['restorecon', '-Rv', or(folder, "the user's .ssh folder")],
      ),
    ]
  },
} satisfies Remedy
