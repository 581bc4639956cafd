/** Pages as users meet them, one of every document and of every way to ask for it. */

import { person } from '../../src/core/steps.ts'
import { findingsOf } from '../../src/knowledge/log-findings/findings.ts'
import { adviceOf } from '../../src/knowledge/config-rules/advice.ts'
import { audit } from '../../src/knowledge/config-rules/audit.ts'
import { DEFAULT_CONSTRAINTS } from '../../src/openssh/startups/recommend.ts'
import { study } from '../../src/openssh/startups/study.ts'
import type { Page } from '../../src/report/blocks.ts'
import type { ConfigReport } from '../../src/report/config/report.ts'
import { toDocument } from '../../src/report/document.ts'
import { linesDocument } from '../../src/report/lines/document.ts'
import type { ReadLine } from '../../src/report/lines/explained-line.ts'
import { configPage } from '../../src/report/pages/config.ts'
import { diagnosisPage } from '../../src/report/pages/diagnosis.ts'
import { linesPage } from '../../src/report/pages/lines.ts'
import { logsPage } from '../../src/report/pages/logs.ts'
import { startupsPage } from '../../src/report/pages/startups.ts'
import { differing } from '../../src/sshd-config/differing.ts'
import { effectiveConfig } from '../../src/sshd-config/effective.ts'
import { makeSummariser } from '../../src/sshd-log/summary.ts'
import { SAMPLES } from './fixtures.ts'
import { readLineOf } from './read-lines.ts'

const START = Date.UTC(2025, 10, 8)
const line = (second: number, message: string) =>
  `${new Date(START + second * 1000).toISOString()} web1 sshd[${700 + second}]: ${message}`

/** Guessers from many addresses, one of whom gets in, an office that is dropped though innocent, and an attacker's user name. */
const LOG = [
  line(0, 'error: beginning MaxStartups throttling').replace('[700]', '[9]'),
  line(15, 'drop connection #12 from [198.51.100.20]:50111 on [198.51.100.1]:22 past MaxStartups').replace(
    '[715]',
    '[9]',
  ),
  line(30, 'exited MaxStartups throttling after 00:00:30, 237 connections dropped').replace('[730]', '[9]'),
  ...Array.from({ length: 30 }, (_, i) =>
    line(600 * i, `Accepted publickey for alice from 198.51.100.20 port ${2000 + i} ssh2`),
  ),
  ...Array.from({ length: 400 }, (_, i) =>
    line(40 + i, `Failed password for invalid user u${i % 9} from 203.0.113.${i % 25} port ${3000 + i} ssh2`),
  ),
  line(500, 'Failed password for invalid user <b>|`x` [a](http://b.example) from 203.0.113.7 port 4000 ssh2'),
  line(510, 'Accepted password for root from 203.0.113.7 port 4001 ssh2'),
]

function logs(lines: readonly string[]): Page {
  const summariser = makeSummariser()
  for (const each of lines) summariser.add(each)
  const summary = summariser.summary()
  return logsPage({
    version: '1.2.3',
    input: {
      from: '/var/log/auth.log',
      parts: [],
      unread: [{ name: 'auth.log.2.gz', says: 'it is damaged' }],
      notes: ['A note.'],
    },
    window: { since: null, until: null },
    summary,
    findings: findingsOf(summary),
  })
}

const MAIN = '/etc/ssh/sshd_config'
const CONFIG = `Port 22
MaxStartups 3:70:20
LoginGraceTime 0
PermitRootLogin yes
Ciphers aes128-ctr,aes192-ctr,aes256-ctr,aes128-gcm@openssh.com,aes256-gcm@openssh.com
Banner "/etc/<b>|\`x\` *y* [a](http://b.example)"
AllowUsers alice bob@10.0.0.0/8
Match User deploy
  PasswordAuthentication no
`

function question(text: string) {
  const files = { readFile: (path: string) => (path === MAIN ? text : undefined), glob: () => [] }
  return {
    main: MAIN,
    files,
    release: { major: 9, minor: 2 } as const,
    connection: { user: 'deploy', address: '10.1.2.3' },
  }
}

function config(text: string, more: (report: ConfigReport) => Partial<ConfigReport> = () => ({})): Page {
  const asked = question(text)
  const report: ConfigReport = {
    version: '1.2.3',
    main: MAIN,
    where: 'this disk',
    releaseFrom: 'as you said',
    connection: asked.connection,
    config: effectiveConfig(asked),
    explain: false,
  }
  return configPage({ ...report, ...more(report) })
}

/** A login that is refused, one line of which nobody knows, and one of which two say it. */
const LINES: readonly ReadLine[] = [
  readLineOf(1, '$ ssh -v <b>|`x` [a](http://b.example)\x1b[31m'),
  readLineOf(2, 'debug1: Connection established.', {
    by: 'ssh',
    ids: ['connection-established'],
    level: 'debug',
    step: 'port',
    road: 'passes',
    says: 'The connection to the port is open.',
  }),
  readLineOf(4, 'debug2: a detail', { ids: ['detail'], level: 'debug', says: 'ssh or sshd tells a detail.' }),
  readLineOf(5, 'sshd[7]: error: something', {
    by: 'sshd',
    ids: ['x'],
    level: 'error',
    says: 'sshd could not do something.',
  }),
  readLineOf(6, 'sshd[7]: warning: something', { by: 'sshd', ids: ['y'], level: 'warning', says: 'sshd warns of it.' }),
  readLineOf(12, 'sshd[7]: Authentication refused: bad ownership or modes for directory /home/bob', {
    by: 'sshd',
    ids: ['authentication-refused'],
    level: 'info',
    step: 'auth',
    road: 'breaks',
    says: 'sshd reads no keys below this path.',
    message: 'key-file-unsafe',
  }),
  readLineOf(13, 'fatal: Access denied for user bob by PAM account configuration, password=hunter2', {
    by: 'sshd',
    ids: ['access-denied'],
    level: 'fatal',
    says: "PAM's account rules refuse the user.",
    message: 'account-refused-by-pam',
  }),
]

const setting = { start: 10, rate: 30, full: 100 }
const load = { grace: 120, logins: 0, loginHold: 2 }
const asked = { setting, constraints: DEFAULT_CONSTRAINTS, every: 10 }

export const PAGES: Readonly<Record<string, Page>> = {
  ...Object.fromEntries(
    Object.entries(SAMPLES).map(([name, { case_, diagnosis }]) => [
      `diagnosis, ${name}`,
      diagnosisPage(toDocument(case_, diagnosis)),
    ]),
  ),
  logs: logs(LOG),
  'logs, quiet': logs(LOG.slice(3, 9)),
  'logs, nothing': logs(['not of sshd']),
  lines: linesPage(linesDocument({ version: '1.2.3', from: '/tmp/ssh.log', lines: LINES })),
  'lines, cut': linesPage(
    linesDocument({ version: '1.2.3', from: '/tmp/ssh.log', lines: LINES, leftOut: { after: 4, lines: 1234 } }),
  ),
  'lines, not known': linesPage(linesDocument({ version: '1.2.3', from: 'pasted text', lines: LINES.slice(0, 1) })),
  config: config(CONFIG),
  'config --explain': config(CONFIG, () => ({ explain: true })),
  'config --audit --recommend': config(CONFIG, (report) => {
    const findings = audit(report.config, { user: 'deploy', present: 'deploy', address: '10.1.2.3' })
    const { advice } = adviceOf(findings, question(CONFIG), report.config)
    // Nothing here would shut out this user; one line is taken to.
    const shutsOut = { who: 'root, where it has no key', look: person('look at its authorized_keys'), you: true }
    return {
      audit: findings,
      advice: advice.slice(1),
      advisedLater: advice.slice(0, 1).map((each) => ({ ...each, shutsOut })),
    }
  }),
  'config --diff': config(CONFIG, ({ config }) => {
    const other = effectiveConfig(question('Port 2222\nNoSuchKeyword 1\n'))
    return { diff: { with: '/tmp/other', differing: differing(config, other), refused: other.errors } }
  }),
  'config, refused': config('NoSuchKeyword 1\n'),
  startups: startupsPage(study({ ...asked, load: { ...load, rate: 0.5, hold: 120 }, loadFrom: 'given' }), '1.2.3', [
    'A note.',
  ]),
  'startups, no load': startupsPage(study({ ...asked, load: { ...load, rate: 0 }, loadFrom: 'none' }), '1.2.3'),
}
