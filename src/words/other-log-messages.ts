import type { LogMessage } from '../core/log-messages.ts'
import { tellingOfOthers } from './line-telling.ts'

/** fail2ban 0.10 to 1.1: its jail of sshd bans an address. */
const BANNED = /\bfail2ban\S{0,40}.{0,60}\[sshd?[\w-]{0,30}\] (?:Restore )?Ban \S/

/** What a line of another program of the server says, if it tells of a fault. */
export const messageOfOthers = (line: string): LogMessage | undefined =>
  tellingOfOthers(line)?.message ?? (line.includes('fail2ban') && BANNED.test(line) ? 'address-banned' : undefined)
