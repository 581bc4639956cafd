import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './log-daemons.ts'

readsEachLine(ENTRIES, [
  ['journald-suppressed', 'Suppressed 2131 messages from ssh.service'],
  ['journald-missed', 'Missed 12 kernel messages'],
  ['journald-disk-full', 'Failed to create new system journal: No space left on device'],
  [
    'journald-file-corrupt',
    'File /var/log/journal/0123456789abcdef/system.journal corrupted or uncleanly shut down, renaming and replacing.',
  ],
  ['rsyslog-rate-limit', 'imjournal: 2131 messages lost due to rate-limiting (20000 allowed within 600 seconds)'],
  [
    'rsyslog-file-unwritable',
    "file '/var/log/auth.log'[7] write error - see https://www.rsyslog.com/solving-rsyslog-write-errors/ for help OS error: No space left on device",
  ],
])
