import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { median } from '../lab/scores.ts'

const MEDIC = resolve(import.meta.dirname, '../bin/sshmedic.js')

function seconds(argv: readonly string[]): number {
  const began = performance.now()
  spawnSync(process.execPath, argv, { stdio: 'ignore' })
  return (performance.now() - began) / 1000
}

/** `sshmedic --version` against `node -e 0`, in turn, so that both meet the same noise. */
export async function benchStart(): Promise<[string, string, string]> {
  const ratios: number[] = []
  for (let i = 0; i < 21; i++) ratios.push(seconds([MEDIC, '--version']) / seconds(['-e', '0']))
  return ['sshmedic --version against node -e 0, median of 21', `${median(ratios).toFixed(2)} x`, '<= 1.5 x']
}
