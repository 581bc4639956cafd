import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'
import { toldWords } from './plan/told-words.ts'

export default {
  id: 'end-old-logins',
  title: 'End logins that nobody uses, or raise the limit',
  treats: { 'login-limit-reached': 1 },
  needs: 'server',
  harm: 'interrupts',
  opensshOnly: true,
  plan(facts) {
    const { limit } = toldWords(facts, 'too-many-logins')
    const most = limit !== undefined && /^\d{1,6}$/.test(limit) ? ` of ${limit}` : ''
    return [
      onServer(
        'See who is logged in, since when and how long idle, and end the sessions that nobody uses.',
        ['who', '-u'],
        ['loginctl', 'list-sessions'],
      ),
      onServer(
        `If the limit${most} is too small: it stands as maxlogins or maxsyslogins in one of these files (MaxSessions of sshd is another thing).`,
        ['grep', '-rn', 'logins', '/etc/security/limits.conf', '/etc/security/limits.d'],
      ),
    ]
  },
} satisfies Remedy
