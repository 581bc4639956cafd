import type { Case, Diagnosis } from '../core/types.ts'
import type { CommandLine } from './command-line.ts'
import { toDocument } from '../report/document.ts'
import { painted } from '../report/painted.ts'
import { screenOf } from './screen.ts'

/** The same document in the form asked for. */
export async function render(case_: Case, diagnosis: Diagnosis, own: CommandLine['own']): Promise<string> {
  const document = toDocument(case_, diagnosis)
  const { format = 'terminal' } = own
  if (format === 'json') return (await import('../report/json.ts')).toJson(document)
  const { diagnosisPage } = await import('../report/pages/diagnosis.ts')
  return painted(diagnosisPage(document), format, screenOf(process.stdout, process.env, own.color))
}
