import { sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import { clock } from './clock.ts'

const session = (clockOffset: number, roundTrip = 0.1) =>
  sheet({
    'inside-session': {
      ...{ user: 'ops', uid: 1001, root: true, kernel: '6.1', init: 'systemd' },
      ...{ clockOffset, roundTrip },
    },
  })

readings(clock, [
  ['nothing asked', {}, '-'],
  ['the same time', session(0), 'right'],
  ['a minute is within what certificates allow for', session(-60), 'right'],
  ['two days ahead', session(172_800), 'ahead'],
  ['two days behind', session(-172_800), 'behind'],
  ['a command took longer than the clocks differ', session(70, 15), 'right'],
])
