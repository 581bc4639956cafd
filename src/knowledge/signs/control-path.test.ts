import { config, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { controlPath } from './control-path.ts'

const of = (bytes: number, controlMaster: string, room?: number) => {
  const path = `/tmp/${'x'.repeat(bytes - 5)}`
  return sheet({
    'ssh-config': config({ controlPath: path, controlMaster }),
    'control-socket': { path, exists: false, ...(room === undefined ? {} : { room }) },
  })
}

readings(controlPath, [
  ['nothing asked', {}, '-'],
  ['no shared connection', sheet({ 'ssh-config': config() }), '-'],
  ['a case of an older release', of(200, 'auto'), '-'],
  ['a short path', of(40, 'auto', 107), 'fits'],
  ['the last that fits, for a client that only connects', of(107, 'no', 107), 'fits'],
  ['one byte more', of(108, 'no', 107), 'too-long'],
  ['the last that a master has room for', of(90, 'auto', 107), 'fits'],
  ['one byte more for a master', of(91, 'auto', 107), 'too-long'],
  ['the same on macOS', of(87, 'autoask', 103), 'too-long'],
])
