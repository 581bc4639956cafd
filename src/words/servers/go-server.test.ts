import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './go-server.ts'

readsEachLine(ENTRIES, [
  ['go-listen-in-use', '2024/02/11 10:20:30 listen tcp :22: bind: address already in use'],
  ['go-listen-not-permitted', 'Failed to start SSH server: listen tcp 0.0.0.0:22: bind: permission denied'],
])
