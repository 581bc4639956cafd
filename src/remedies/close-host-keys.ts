import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord } from '../core/steps.ts'

export default {
  id: 'close-host-keys',
  title: 'Take the rights of others from the host keys',
  treats: { 'host-keys-unusable': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    const open = known(facts, 'host-keys')?.keys.filter(({ state }) => state === 'too-open') ?? []
    const paths = open.map(({ path }) => plainWord(path))
    if (paths.length === 0) return { refuse: 'no host key was seen to be open to others' }
    return [onServer('Take the rights of others from the keys, and restart sshd.', ['chmod', '600', ...paths])]
  },
} satisfies Remedy
