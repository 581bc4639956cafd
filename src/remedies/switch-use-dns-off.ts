import type { Remedy } from '../core/remedy.ts'
import { onServer, pipe } from '../core/steps.ts'

export default {
  id: 'switch-use-dns-off',
  title: 'Switch UseDNS off',
  treats: { 'reverse-dns-slow': 1 },
  needs: 'login',
  harm: 'lasting',
  opensshOnly: true,
  plan: () => [
    onServer('Set UseDNS no, or mend its resolver.', pipe(['sshd', '-T'], ['grep', '-i', 'usedns']), [
      'cat',
      '/etc/resolv.conf',
    ]),
  ],
} satisfies Remedy
