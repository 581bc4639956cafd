import { edit } from '../../core/steps.ts'
import { keywordOf } from '../../sshd-config/keywords.ts'
import type { EffectiveConfig } from '../../sshd-config/types.ts'
import { agreed } from './agreed.ts'
import { RULES } from './rules.ts'
import { SEVERITIES } from './types.ts'
import type { AuditContext } from '../../sshd-config/audit-context.ts'
import type { Finding } from './types.ts'
import { viewOf } from './view.ts'
import type { Hit, Rule, View } from './view.ts'

/**
 * Everything found, gravest first; of equals what hurts reachability first, then in the order of the rules. What is recommended, a line a
 * keyword, has passed this audit itself.
 */
export function audit(config: EffectiveConfig, host: AuditContext = {}, rules: readonly Rule[] = RULES): Finding[] {
  return agreed(found(config, host, rules), config, (changed) => found(changed, host, rules))
}

function found(config: EffectiveConfig, host: AuditContext, rules: readonly Rule[]): Finding[] {
  const view = viewOf(config, host)
  const hits = rules.flatMap((rule) => hitsOf(rule, view).map((hit) => findingOf(rule, hit, view)))
  const order = ({ severity, side }: Finding) => -2 * SEVERITIES.indexOf(severity) + (side === 'safety' ? 1 : 0)
  return hits
    .map((finding, i) => ({ finding, i }))
    .sort((a, b) => order(a.finding) - order(b.finding) || a.i - b.i)
    .map(({ finding }) => finding)
}

function hitsOf(rule: Rule, view: View): readonly Hit[] {
  const hits = rule.check(view)
  return hits === undefined ? [] : Array.isArray(hits) ? (hits as readonly Hit[]) : [hits as Hit]
}

function findingOf(rule: Rule, { keyword, at, recommend, shutsOut, ...hit }: Hit, view: View): Finding {
  const first = keyword ?? rule.keywords[0]!
  return {
    id: rule.id,
    keywords: [first, ...rule.keywords.filter((each) => each !== first)],
    severity: hit.severity,
    side: rule.side,
    says: hit.says,
    reason: hit.reason,
    sources: [...rule.sources, ...(rule.peers ?? []), ...(hit.sources ?? [])],
    at: at ?? view.origin(first),
    // A word this release does not know would keep its sshd from starting.
    ...(recommend &&
      keywordOf(recommend.keyword, view.config.release)?.status === 'known' && {
        recommend: {
          ...edit(recommend, hit.says),
          ...(shutsOut && { shutsOut: { you: view.host.present !== undefined, ...shutsOut } }),
        },
      }),
  }
}
