import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord, withUndo } from '../core/steps.ts'

export default {
  id: 'replace-spoilt-host-key',
  title: 'Replace the spoilt host key',
  treats: { 'host-keys-unusable': 0.9 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    const spoilt = known(facts, 'host-keys')?.keys.find(({ state }) => state === 'empty' || state === 'not-a-key')
    const path = plainWord(spoilt?.path)
    if (path === undefined) return { refuse: 'no host key was seen to be spoilt' }
    const say =
      'Restore the key from a backup, or make a new one (everybody will then be warned of a changed host key).'
    return [
      withUndo(onServer(say, ['mv', path, `${path}.spoilt`], ['ssh-keygen', '-A']), ['mv', `${path}.spoilt`, path]),
    ]
  },
} satisfies Remedy
