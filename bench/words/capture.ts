import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLab, type Lab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES, type Release } from '../../lab/hosts/release.ts'

/**
 * `node bench/words/capture.ts` (root, Debian): writes `captures/`, what real machines of both releases log and what `ssh -v` prints of logins that
 * work. Done once: the bench varies what is there.
 */
const FOLDER = join(import.meta.dirname, 'captures')

/** What is asked of ssh, after its options: each of these logs in and does what it was asked. */
const LOGINS: Readonly<Record<string, (lab: Lab) => string[]>> = {
  v: ({ client }) => ['ssh', '-v', ...client.sshArgs(), 'true'],
  vv: ({ client }) => ['ssh', '-vv', ...client.sshArgs(), 'echo', 'hello'],
  vvv: ({ client }) => ['ssh', '-vvv', ...client.sshArgs(), 'uptime'],
  'v-tty': ({ client }) => ['ssh', '-v', '-tt', ...client.sshArgs(), 'exit'],
  'vv-tty': ({ client }) => ['ssh', '-vv', '-tt', ...client.sshArgs(), 'exit'],
  'v-forward': ({ client }) => ['ssh', '-v', '-L', '18080:127.0.0.1:22', ...client.sshArgs(), 'true'],
  'vv-new-host': ({ client }) => [
    ...['ssh', '-vv', '-o', 'StrictHostKeyChecking=accept-new', '-o', `UserKnownHostsFile=${client.home}/new-hosts`],
    ...client.sshArgs(),
    'true',
  ],
  'v-false': ({ client }) => ['ssh', '-v', ...client.sshArgs(), 'false'],
  'vvv-sftp': ({ client }) => ['ssh', '-vvv', '-s', ...client.sshArgs(), 'sftp'],
}

async function capture(release: Release): Promise<void> {
  await withLab({ release }, async (lab) => {
    for (const [name, argv] of Object.entries(LOGINS)) {
      const { stderr, code } = await lab.client.run(argv(lab), { timeoutMs: 30_000, stdin: '' })
      if (!stderr.includes('Authenticated to '))
        throw new Error(`${release} ${name}: no login, exit ${code}: ${stderr.slice(-300)}`)
      write(`${release}-ssh-${name}.txt`, stderr, lab)
    }
    for (const level of ['INFO', 'VERBOSE', 'DEBUG1']) {
      await lab.machine.must(`printf 'LogLevel ${level}\\n' > /etc/ssh/sshd_config.d/level.conf; systemctl restart ssh`)
      const since = (await lab.machine.must('date +%s')).trim()
      for (let i = 0; i < 4; i++) await logInAndNoise(lab, i)
      const log = await lab.machine.must(
        `sleep 1; journalctl --no-pager -q -o short-iso --since @${since} SYSLOG_FACILITY=4 + SYSLOG_FACILITY=10 + _PID=1`,
      )
      write(`${release}-log-${level}.log`, log, lab)
    }
  })
}

/** What an ordinary hour holds: people log in and leave, and strangers try a name and go. */
async function logInAndNoise({ client, attacker, machine }: Lab, turn: number): Promise<void> {
  await client.run(['ssh', ...client.sshArgs(), 'true'], { timeoutMs: 30_000 })
  await client.run(['ssh', '-tt', ...client.sshArgs(), 'exit'], { timeoutMs: 30_000, stdin: '' })
  if (turn % 2 === 1) return
  const stranger = ['-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null']
  await attacker.run(['ssh', ...stranger, `admin@${machine.address}`, 'true'], { timeoutMs: 30_000 })
  await attacker.run(['ssh', ...stranger, `root@${machine.address}`, 'true'], { timeoutMs: 30_000 })
  await attacker.run(['bash', '-c', `exec 3<>/dev/tcp/${machine.address}/22; sleep 0.2`], { timeoutMs: 30_000 })
}

/** Names and addresses of the lab become ones of documentation, so that the captures tell nothing of the machine they were made on. */
function write(name: string, text: string, { client, attacker, machine }: Lab): void {
  const strangers = attacker.addresses.map((address, i): [string, string] => [address, `203.0.113.${i + 1}`])
  const named: [string, string][] = [
    [client.home, '/home/alice'],
    [machine.address, '192.0.2.10'],
    [client.address, '198.51.100.7'],
    ...strangers,
  ]
  const plain = named
    .sort(([a], [b]) => b.length - a.length)
    .reduce((all, [from, to]) => all.replaceAll(from, to), text)
  writeFileSync(join(FOLDER, name), plain.replaceAll(/\b(?:bookworm|trixie)-[a-z0-9]{6}\b/g, 'node1'))
  console.log(`${name}: ${plain.split('\n').length - 1} lines`)
}

mkdirSync(FOLDER, { recursive: true })
for (const release of DEFAULT_RELEASES) await capture(release)
