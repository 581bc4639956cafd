import type { Cause, Causes } from '../../blocks.ts'
import { count, percent } from '../../numbers.ts'
import { inline } from './inline.ts'
import { rows } from './table.ts'
import { code } from './text.ts'

export function causesMarkdown({ causes, others }: Causes): string[] {
  const ranked = causes.map(({ probability, title, id, stage }) => [
    inline(percent(probability)),
    inline(title),
    code(id),
    inline(stage),
  ])
  const rest = others.count > 0 ? [[inline(percent(others.probability)), count(others.count, 'other'), '', '']] : []
  return [
    rows(['Probability', 'Cause', 'Id', 'Stage'], [...ranked, ...rest], [true]),
    ...causes.flatMap((cause) => evidence(cause)),
  ]
}

function evidence({ title, evidence, behind }: Cause): string[] {
  const items = [
    ...evidence.map(({ side, weight, says, sign }) => `- ${side}, ${weight}: ${inline(says)} (${code(sign)})`),
    ...behind.map(({ id, title, says }) => `- behind it: ${inline(title)} (${code(id)}): ${inline(says)}`),
  ]
  return items.length === 0 ? [] : [`### Evidence: ${inline(title)}`, items.join('\n')]
}
