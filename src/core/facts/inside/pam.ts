import { fact } from '../fact.ts'
import { flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: PAM',
  shape: object(
    {
      suspects: list(
        object({
          file: text('The file of pam.d it stands in.'),
          type: text('`auth`, `account`, `session`.'),
          control: text('`required`, `[success=1 default=ignore]`, …'),
          module: text('Name or path of the module.'),
          args: text('Its arguments.'),
          list: optional(oneOf(['names-user', 'lacks-user'], 'Of a pam_listfile that denies for it.')),
        }),
        "Lines of sshd's stack whose modules may deny or delay by themselves, visible form.",
      ),
      missingModules: list(text(), 'Modules that are configured and not there.'),
      usePam: optional(flag('UsePAM.')),
    },
    'From within: PAM.',
  ),
})
