import { releaseNumber } from '../../openssh/release.ts'
import { MEANINGS } from '../../sshd-config/meanings.ts'
import { originText } from '../../sshd-config/types.ts'
import type { Differing } from '../../sshd-config/differing.ts'
import type { EditStep } from '../../core/remedy.ts'
import type { Finding } from '../../knowledge/config-rules/types.ts'
import { safeJson } from '../json.ts'
import { lookText } from './look.ts'
import type { ConfigReport } from './report.ts'

/** The document of schema/config.schema.json, with a newline at its end. */
export function configToJson(report: ConfigReport): string {
  const { config, audit, advice, advisedLater, diff, disagreements, connection } = report
  const { distribution } = config.release
  const json = safeJson({
    schema: 1,
    kind: 'sshmedic-config',
    version: report.version,
    file: report.main,
    where: report.where,
    release: releaseNumber(config.release),
    ...(distribution && { distribution }),
    releaseFrom: report.releaseFrom,
    ...(connection && { connection }),
    starts: !config.errors.some((e) => e.fatal),
    effective: config.effective,
    origin: Object.fromEntries(Object.entries(config.origin).map(([keyword, from]) => [keyword, originText(from)])),
    errors: config.errors,
    notes: config.notes,
    files: config.files,
    lines: config.lines.map(({ wonBy, match, ...line }) => ({
      ...line,
      ...(match && { match: match.words }),
      ...(wonBy && { wonBy: originText(wonBy) }),
    })),
    ...(report.explain && { meanings: meaningsOf(report) }),
    ...(audit && { audit: audit.map(findingJson) }),
    ...(advice && { recommended: advice.map(adviceJson) }),
    ...(advisedLater && { recommendedAfterChecking: advisedLater.map(adviceJson) }),
    ...(diff && {
      diff: { with: diff.with, starts: diff.refused.length === 0, differing: diff.differing.map(differingJson) },
    }),
    ...(disagreements && { disagreements: disagreements.map(differingJson) }),
  })
  return `${json}\n`
}

function findingJson({ recommend, at, ...finding }: Finding): object {
  return {
    ...finding,
    at: originText(at),
    ...(recommend && { recommend: settingJson(recommend), ...shutsOutJson(recommend) }),
  }
}

const adviceJson = (step: EditStep): object => ({
  ...settingJson(step),
  because: step.say,
  ...(step.place && { edit: step.place }),
  ...shutsOutJson(step),
})

const settingJson = ({ keyword, value }: EditStep) => ({ keyword, value })

const shutsOutJson = ({ shutsOut }: EditStep) =>
  shutsOut && { shutsOut: { you: shutsOut.you, who: shutsOut.who, check: lookText(shutsOut) } }

function meaningsOf({ config }: ConfigReport): Record<string, string> {
  const set = Object.keys(config.effective).filter((keyword) => config.origin[keyword] !== 'default')
  return Object.fromEntries(set.flatMap((keyword) => (MEANINGS[keyword] ? [[keyword, MEANINGS[keyword]]] : [])))
}

function differingJson({ keyword, here, there, hereFrom, thereFrom }: Differing): object {
  return { keyword, here, there, hereFrom: originText(hereFrom), thereFrom: originText(thereFrom) }
}
