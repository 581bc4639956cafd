import { fact } from '../fact.ts'
import { byKey, count, flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'banner',
  title: 'From within: what sshd would do (sshd -T)',
  shape: object(
    {
      ok: flag('Sshd takes its configuration.'),
      values: byKey(list(text()), 'Lower-case keyword → values as printed.'),
      refusal: optional(
        object(
          {
            says: text("sshd's own words, visible form."),
            about: oneOf(
              ['configuration', 'host-keys', 'privsep-directory'],
              'The subject of the refusal: a line of the configuration, its host keys, or its empty directory.',
            ),
            file: optional(text('The file with the line it refuses.')),
            line: optional(count('That line.')),
          },
          'sshd refuses its configuration, or would not start with it.',
        ),
      ),
      sshd: optional(text('Path of the sshd asked and its version line.')),
      version: optional(text('Its version.')),
      changedSinceStart: optional(flag("A configuration file is younger than the listener's start or last reload.")),
      withoutMatch: optional(flag('From `sshd -G`, which knows of no user: what stands in Match blocks is missing.')),
    },
    '`sshd -T -C user=…,addr=…`: what sshd would do for this user if it were started now.',
  ),
})
