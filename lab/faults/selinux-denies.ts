import type { GoldenFault } from '../types.ts'

export const selinuxDenies = {
  id: 'selinux-denies',
  notBroken: 'SELinux is a matter of the kernel, which all machines of ours share',
} satisfies GoldenFault
