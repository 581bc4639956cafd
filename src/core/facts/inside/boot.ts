import { fact } from '../fact.ts'
import { amount, flag, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: last start and updates',
  shape: object(
    {
      bootedAt: text('ISO 8601.'),
      uptime: amount('Seconds since.'),
      state: optional(text('`systemctl is-system-running`.')),
      jobs: optional(list(text(), 'Jobs not done yet.')),
      updatedSince: optional(
        list(text(), "Packages of ssh, libc, kernel… put on disk since the boot or the listener's start."),
      ),
      rebootRequired: optional(flag('Updates ask for a reboot.')),
    },
    'From within: last start and updates.',
  ),
})
