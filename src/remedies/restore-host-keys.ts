import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'restore-host-keys',
  title: 'Restore the host keys',
  treats: { 'host-keys-unusable': 0.3 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan: () => [onServer('Restore the keys from a backup, or make new ones.', ['ssh-keygen', '-A'])],
} satisfies Remedy
