import { fact } from '../fact.ts'
import { list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: SELinux and AppArmor',
  shape: object(
    {
      denials: list(text(), 'Refusals about sshd in the kernel log.'),
      selinux: optional(oneOf(['enforcing', 'permissive', 'disabled'], 'Its mode.')),
    },
    'From within: SELinux and AppArmor.',
  ),
})
