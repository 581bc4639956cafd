import type { OptionTable } from '../../option.ts'
import { COLOUR } from '../../options/colour.ts'
import { HELP } from '../../options/help.ts'
import { SSH } from '../../options/ssh.ts'

const TIME = { name: 'TIME', words: ['today', 'yesterday', '-2h'], dashed: /^-\d/ }

export const OPTIONS = {
  journal: { says: "this machine's journal" },
  since: { value: TIME, says: "from then on: '2025-11-08 17:00', yesterday, '2h ago', -2h" },
  until: { value: TIME, says: 'before then' },
  follow: { short: 'f', says: 'keep reading as the log grows; ^C ends with the summary' },
  zone: {
    value: { name: 'ZONE', words: ['UTC'] },
    says: 'of times that name none: UTC, +02:00, Europe/Berlin',
  },
  year: { value: { name: 'YEAR' }, says: 'of the first line, where times have no year' },
  'max-startups': {
    value: { name: 'S:R:F', words: ['10:30:100'] },
    says: "of the server that wrote it: a drop with fewer than S pending is PerSourceMaxStartups'",
  },
  json: { says: 'everything for machines, never cut to a top ten' },
  ndjson: { says: "one object for each line that is sshd's" },
  markdown: { says: 'the same for a ticket' },
  html: { beside: 'markdown', says: 'as one page' },
  ...COLOUR,
  ...SSH,
  login: { short: 'l', value: { name: 'USER' }, beside: 'identity', says: 'as for ssh, where a host is asked' },
  ...HELP,
} as const satisfies OptionTable
