import { AUTHENTICATION } from './message-authentication.ts'
import { CONNECTION } from './message-connection.ts'
import { DAEMON } from './message-daemon.ts'
import { DROPBEAR } from './message-dropbear.ts'
import type { Message, MessageReader } from './message-reader.ts'
import { TURNED_AWAY } from './message-turned-away.ts'

/** PerSourceMaxStartups is likelier than a MaxStartups below the default of all releases since 6.2 (openssh.md 1.3). */
export const DEFAULT_BEGIN = 10

const LEVEL = /^(error|fatal|debug[123]): /
const LEVELS = new Set(['e', 'f', 'd'])
const PREAUTH = ' [preauth]'

/** By the first words; the first that fits. `undefined` of a reader: the next is asked. */
const READERS: readonly MessageReader[] = [...AUTHENTICATION, ...CONNECTION, ...TURNED_AWAY, ...DAEMON, ...DROPBEAR]

const byFirst = new Map<string, MessageReader[]>()
for (const reader of READERS) {
  const first = reader[0][0]!
  byFirst.set(first, [...(byFirst.get(first) ?? []), reader])
}

/**
 * What sshd says in a message, behind its tag; `other` for what is none of the kinds. `begin` is the first number of MaxStartups: a drop with fewer
 * pending is PerSourceMaxStartups' (openssh.md 1.3).
 */
export function recogniseMessage(text: string, begin: number = DEFAULT_BEGIN): Message {
  let message = text.trim()
  const preauth = message.endsWith(PREAUTH)
  if (preauth) message = message.slice(0, -PREAUTH.length)
  const level = LEVELS.has(message[0] ?? '') ? LEVEL.exec(message) : null
  if (level) {
    message = message.slice(level[0].length)
    if (level[1]!.startsWith('debug') && !message.startsWith('drop connection #')) return { kind: 'other' }
  }
  for (const [words, read] of byFirst.get(message[0] ?? '') ?? []) {
    if (!message.startsWith(words)) continue
    const said = read(message, begin)
    if (said) return preauth ? { ...said, preauth: true } : said
  }
  return preauth ? { kind: 'other', preauth: true } : { kind: 'other' }
}
