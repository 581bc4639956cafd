import type { Release } from '../../lab/hosts/release.ts'
import { differences, ours } from './compare.ts'
import { generateCase } from './generate.ts'
import { judge } from './judge.ts'
import type { JudgedCase } from './judge.ts'

export interface Difference {
  seed: number
  release: Release
  case_: JudgedCase
  says: string[]
}

/** `count` generated configurations from `seed` on, ours against the real sshd of a release. */
export async function runDifferences(
  release: Release,
  seed: number,
  count: number,
): Promise<{ found: Difference[]; refused: number }> {
  const cases = Array.from({ length: count }, (_, i) => generateCase(seed + i, release))
  const judged = await judge(release, cases)
  const found: Difference[] = []
  for (const [i, case_] of cases.entries()) {
    const says = differences(ours(release, case_), judged[i]!)
    if (says.length > 0) found.push({ seed: seed + i, release, case_, says })
  }
  return { found, refused: judged.filter((j) => j.status !== 0).length }
}

export function show({ seed, release, case_, says }: Difference): string {
  const files = Object.entries(case_.files).map(([path, text]) => `--- ${path}\n${text}`)
  return [
    `seed ${seed} on ${release}, -C ${JSON.stringify(case_.connection)}`,
    ...files,
    ...says.map((s) => `  ! ${s}`),
  ].join('\n')
}

if (import.meta.main) {
  const [release, seed, count] = process.argv.slice(2)
  const at = Date.now()
  const { found, refused } = await runDifferences(release as Release, Number(seed), Number(count))
  const kinds = new Map<string, Difference[]>()
  for (const d of found) {
    const key = d.says[0]!.replace(/[0-9]+/g, 'N').slice(0, 60)
    kinds.set(key, [...(kinds.get(key) ?? []), d])
  }
  for (const list of kinds.values()) {
    const { seed, says } = list[0]!
    console.log(
      `${list.length} × seed ${seed}: ${says
        .slice(0, 3)
        .map((s) => s.slice(0, 300))
        .join('\n    ')}`,
    )
  }
  const one = process.env['SHOW']
  if (one) for (const d of found.filter((f) => String(f.seed) === one)) console.log(show(d))
  console.log(
    `${release}: ${count} configurations, ${refused} refused, ${found.length} differ, ${(Date.now() - at) / 1000} s`,
  )
}
