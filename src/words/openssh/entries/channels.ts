import type { Entry } from '../../entry.ts'
import type { Speaker } from '../../speakers.ts'

/** channels.c channel_open_message: nearly all holes as a format, and nobody else's with its letters in their order. */
const LISTED = /^#\d{1,6} .{1,300} \(t\d{1,3} (?:\[[^\]]{0,100}\] )?r-?\d{1,10} i\d.{1,200}\)$/

const saidBy = (by: Speaker): Entry => ({
  id: `open-channel-of-${by}`,
  by,
  level: 'debug',
  step: 'session',
  says: 'One line of the list of open channels.',
  words: LISTED,
  harmless: true,
  source: 'OpenSSH 6.6 to 10.5: channels.c channel_open_message',
})

export const ENTRIES: readonly Entry[] = [saidBy('ssh'), saidBy('sshd')]
