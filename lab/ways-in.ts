import { join } from 'node:path'
import { appendFileSync } from 'node:fs'
import type { FaultLab, WayIn } from './types.ts'

const RESCUE_PORT = 2222

/** Prepares a way in on a machine that is still whole; returns the words for sshmedic's command line. */
export async function openWayIn({ machine, client }: FaultLab, way: WayIn): Promise<string[]> {
  if (way === 'login') return ['--via', `ops@${machine.address}`]
  if (way === 'login-as-root') return ['--via', `root@${machine.address}`]
  if (way === 'rescue' || way === 'rescue-as-root') {
    const root = way === 'rescue-as-root'
    const port = String(RESCUE_PORT)
    await machine.must(
      `printf '%s\\n' 'Port ${port}' 'PidFile none' 'UsePAM ${root ? 'no' : 'yes'}' > /etc/ssh/rescue_config
       systemd-run --quiet --unit=rescue-sshd /usr/sbin/sshd -D -f /etc/ssh/rescue_config ${root ? '-E /run/rescue.log' : ''}
       until ss -Hltn 'sport = :${port}' | grep -q .; do sleep 0.05; done`,
    )
    const known = `sed 's/^\\([0-9a-f.:]*\\) /[\\1]:${port} /' ${client.knownHostsFile}`
    appendFileSync(client.knownHostsFile, (await client.run(['sh', '-c', known])).stdout)
    return ['--via', `ssh://${root ? 'root' : 'ops'}@${machine.address}:${port}`]
  }
  const socket = join(client.home, '.ssh/kept-%r')
  appendFileSync(client.configFile, `ControlPath ${socket}\n`)
  const master = ['ssh', '-M', '-N', '-f', '-o', 'BatchMode=yes', ...client.sshArgs('ops')]
  const opened = await client.run(master, { timeoutMs: 20_000 })
  if (opened.code !== 0) throw new Error(`the connection to keep was not opened: ${opened.stderr}`)
  return ['--via', `ops@${machine.address}`]
}
