import { fact } from '../fact.ts'
import { byKey, flag, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'banner',
  title: 'From within: what sshd would do (sshd -T)',
  shape: object(
    {
      ok: flag('Sshd takes its configuration.'),
      values: byKey(list(text()), 'Lower-case keyword → values as printed.'),
      error: optional(text("Sshd's own words where it refuses its configuration, visible form.")),
      sshd: optional(text('Path of the sshd asked and its version line.')),
      version: optional(text('Its version.')),
      changedSinceStart: optional(flag("A configuration file is younger than the listener's start or last reload.")),
      withoutMatch: optional(flag('From `sshd -G`, which knows of no user: what stands in Match blocks is missing.')),
    },
    '`sshd -T -C user=…,addr=…`: what sshd would do for this user if it were started now.',
  ),
})
