import type { Remedy } from '../core/remedy.ts'
import { edit } from '../core/steps.ts'

export default {
  id: 'allow-key-algorithm',
  title: 'Let the server accept that kind of signature for a while',
  treats: { 'signature-algorithm-refused': 0.5 },
  needs: 'server',
  harm: 'undone',
  plan: () => [
    edit(
      { keyword: 'PubkeyAcceptedAlgorithms', value: '+ssh-rsa' },
      'Only until the client is replaced: let the server accept RSA with SHA-1, best in a Match block for that user (before 8.5 the line is called PubkeyAcceptedKeyTypes).',
    ),
  ],
} satisfies Remedy
