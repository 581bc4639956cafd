import { resolve } from 'node:path'
import type { Document } from '../src/report/document.ts'
import { DEFAULT_RELEASES } from '../lab/hosts/release.ts'
import { withLab } from '../lab/hosts/lab.ts'
import { median } from '../lab/scores.ts'

const MEDIC = resolve(import.meta.dirname, '../bin/sshmedic.js')

/** A healthy machine, many times over, beside plain `ssh HOST true` in the same minute. */
export async function benchHealthy(times: number): Promise<[string, string, string][]> {
  let alarms = 0
  const over: number[] = []
  for (const release of DEFAULT_RELEASES)
    await withLab({ release }, async ({ client }) => {
      for (let i = 0; i < times / DEFAULT_RELEASES.length; i++) {
        const plain = await client.run(['ssh', ...client.sshArgs(), 'true'], { timeoutMs: 30_000 })
        const ours = await client.run([process.execPath, MEDIC, '--json', ...client.sshArgs()], { timeoutMs: 60_000 })
        const { verdict, causes } = JSON.parse(ours.stdout) as Document
        if (verdict !== 'reachable') {
          alarms++
          process.stderr.write(`healthy ${release} run ${i}: ${verdict} ${causes[0]?.id}\n`)
        }
        over.push(ours.ms / 1000 - 1.5 * (plain.ms / 1000))
      }
    })
  return [
    [`healthy machines called anything but reachable`, `${alarms} of ${times}`, '0 of 100'],
    ['a healthy machine: seconds beyond 1.5 x plain ssh, median', median(over).toFixed(2), '<= 0.3'],
  ]
}
