import type { GoldenFault } from '../types.ts'

export const apparmorDenies = {
  id: 'apparmor-denies',
  notBroken: 'AppArmor is a matter of the kernel, which all machines of ours share',
} satisfies GoldenFault
