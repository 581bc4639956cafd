import { fact } from '../fact.ts'
import { flag, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: PAM',
  shape: object(
    {
      suspects: list(text(), "Modules of sshd's stack that deny or delay: file, line, visible form."),
      missingModules: list(text(), 'Modules that are configured and not there.'),
      usePam: optional(flag('UsePAM.')),
    },
    'From within: PAM.',
  ),
})
