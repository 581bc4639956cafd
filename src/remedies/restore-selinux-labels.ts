import type { Remedy } from '../core/remedy.ts'
import { onServer, or, person, plainWord } from '../core/steps.ts'
import { sshFolder } from './plan/ssh-folder.ts'
import { toldWords } from './plan/told-words.ts'

export default {
  id: 'restore-selinux-labels',
  title: 'Give the files the labels that SELinux expects',
  treats: { 'selinux-denies': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts, target) {
    const { port } = toldWords(facts, 'bind-not-permitted')
    if (port !== undefined)
      return [
        onServer(
          'SELinux lets sshd listen only at ports with the label ssh_port_t: give it to this one, and start sshd.',
          ['semanage', 'port', '-a', '-t', 'ssh_port_t', '-p', 'tcp', plainWord(port)],
        ),
        person(
          'Where no SELinux runs, sshd was not started by root, or its container may not bind low ports (NET_BIND_SERVICE).',
        ),
      ]
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
