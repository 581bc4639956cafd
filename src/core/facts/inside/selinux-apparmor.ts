import { fact } from '../fact.ts'
import { list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: SELinux and AppArmor',
  shape: object(
    {
      denials: list(text(), 'Refusals about sshd in the kernel log.'),
      denied: optional(
        list(
          object({
            by: oneOf(['selinux', 'apparmor'], 'Its author.'),
            path: optional(text('The file or the last part of its path, as the refusal names it.')),
            asked: optional(text('The right that was asked for: `read`, `r`.')),
            label: optional(text('SELinux: the type of what was refused, `var_t`.')),
          }),
          'The same refusals, read; the last few.',
        ),
      ),
      selinux: optional(oneOf(['enforcing', 'permissive', 'disabled'], 'Its mode.')),
      confinedBy: optional(text('The profile of AppArmor that is enforced for the listening sshd.')),
    },
    'From within: SELinux and AppArmor.',
  ),
})
