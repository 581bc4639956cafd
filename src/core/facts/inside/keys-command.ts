import { fact } from '../fact.ts'
import { object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: the program that looks up keys',
  shape: object(
    {
      keyword: optional(text('`AuthorizedKeysCommand` or `AuthorizedPrincipalsCommand`.')),
      program: optional(text('The program.')),
      asUser: optional(text('The user it runs as.')),
      state: oneOf(
        ['none', 'fine', 'missing', 'not-executable', 'unsafe', 'user-missing'],
        '`none`: sshd asks no program; `unsafe`: somebody other than root could change it (misc.c safe_path); `user-missing`: nobody knows the user it should run as.',
      ),
      path: optional(text('For `unsafe`: the file or folder.')),
    },
    'From within: the program that looks up keys.',
  ),
})
