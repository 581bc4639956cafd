import { emptyLog, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { clientSigns } from './client-signs.ts'

const between = (client: string, server: string) => sheet({ 'client-text': { ...emptyLog(), client, server } })

readings(clientSigns, [
  ['nothing told', {}, '-'],
  ['only one side is named', sheet({ 'client-text': { ...emptyLog(), client: 'JSCH-0.1.54' } }), '-'],
  [
    'an old library, a new server',
    between('SSH-2.0-JSCH-0.1.54', 'SSH-2.0-OpenSSH_8.9p1 Ubuntu-3'),
    'too-old-for-the-server',
  ],
  ['an old library, an old server', between('SSH-2.0-JSCH-0.1.54', 'SSH-2.0-OpenSSH_7.4'), 'as-taken'],
  ['two of today', between('OpenSSH_9.2p1', 'SSH-2.0-OpenSSH_10.0p2'), 'as-taken'],
])
