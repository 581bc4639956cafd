import type { OptionTable } from '../../option.ts'
import { COLOUR } from '../../options/colour.ts'
import { FORMATS } from '../../options/formats.ts'
import { HELP } from '../../options/help.ts'

const TIME = { name: 'TIME' }
const RATE = { name: 'RATE' }
const SETTING = { name: 'S:R:F' }

export const OPTIONS = {
  rate: { value: RATE, says: "strangers' connections: 0.5/s, 30/min, 120/h" },
  hold: {
    value: TIME,
    says: 'how long each stranger keeps its place: 120s, 2m; unless said, until sshd ends it',
  },
  grace: { value: TIME, says: 'LoginGraceTime; 0 is no limit' },
  logins: { value: RATE, says: 'honest logins, which count as well: 2/s' },
  'login-hold': { value: TIME, says: 'how long an honest login takes until it is let in' },
  dropped: { value: { name: 'N/M' }, says: 'how many of how many tries were dropped, such as 7/20' },
  'from-logs': {
    value: { name: 'FILE', is: 'file' },
    says: "take the load from sshd's log, or from what 'sshmedic logs --json' wrote",
  },
  sources: { value: { name: 'N' }, says: 'how many addresses the strangers come from' },
  every: { value: TIME, says: 'how often you try to log in' },
  against: { value: SETTING, says: 'a setting somebody proposes: better or worse, and when?' },
  'full-at-most': { value: { name: 'N' }, says: 'recommend no higher full, unless it is higher already' },
  memory: { value: { name: 'SIZE' }, says: 'what connections that have not logged in may cost: 512M, 2G' },
  'grace-at-least': { value: TIME, says: 'recommend no shorter LoginGraceTime than this' },
  release: { value: { name: 'RELEASE' }, says: 'the sshd it is for, such as 9.2' },
  ...FORMATS,
  ...COLOUR,
  ...HELP,
} as const satisfies OptionTable
