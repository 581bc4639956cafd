// What the ban tools say of themselves: asked, in their logs, in the files they write.
import { visible } from '../../core/visible.ts'
import { parseJson } from '../firewall/nft-json.ts'
import { member, word } from '../firewall/nft-values.ts'
import { addressIn, type Ban, iso } from './ban.ts'

/**
 * `fail2ban-client get JAIL banip --with-time`, each jail behind a line `jail JAIL`: `192.0.2.7 \t2026-11-21 11:00:00 + 600 = 2026-11-21 11:10:00`, in
 * the server's own time.
 */
export function fail2banBans(lines: readonly string[], zone: string): Ban[] {
  const bans: Ban[] = []
  let jail = ''
  for (const line of lines) {
    jail = /^jail (\S{1,100})$/.exec(line)?.[1] ?? jail
    const m = /^([\da-fA-F.:]{2,60}(?:\/\d{1,3})?)(?=\s|$)(?:.*= (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d))?/.exec(line)
    const address = addressIn(m?.[1] ?? '')
    if (!m || address === undefined) continue
    const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z'
    // The year 9999 is fail2ban's word for ever.
    const until = m[2] === undefined || m[2].startsWith('9999') ? undefined : iso(`${m[2]}T${m[3]}${offset}`)
    bans.push({ tool: 'fail2ban', holder: { kind: 'jail', name: visible(jail, 60) }, address, ...(until && { until }) })
  }
  return bans
}

/** `cscli decisions list -a -i ADDRESS -o json`: alerts with their decisions. Only a `ban` is a firewall's business, and none that is simulated. */
export function crowdsecBans(text: string, now: number | undefined): Ban[] {
  const alerts = parseJson(text)
  if (!Array.isArray(alerts)) return []
  return alerts.flatMap((alert) => {
    const decisions = member(alert, 'decisions')
    return (Array.isArray(decisions) ? decisions : []).flatMap((decision) => {
      const address = addressIn(word(member(decision, 'value')))
      if (address === undefined || word(member(decision, 'type')) !== 'ban') return []
      if (member(decision, 'simulated') === true) return []
      const left = /^(?:(\d{1,6})h)?(?:(\d{1,3})m)?(?:(\d{1,3})(?:\.\d{1,12})?s)?$/.exec(
        word(member(decision, 'duration')),
      )
      const seconds = left && Number(left[1] ?? 0) * 3600 + Number(left[2] ?? 0) * 60 + Number(left[3] ?? 0)
      const until = seconds && now !== undefined ? iso((now + seconds) * 1000) : undefined
      const name = visible(word(member(decision, 'scenario')), 100)
      return [{ tool: 'crowdsec', holder: { kind: 'decision' as const, name }, address, ...(until && { until }) }]
    })
  })
}

/**
 * When sshguard's blocks end, by address, from its log as `journalctl -o short-unix` prints it: `1795272144.552439 web1 sshguard[7]: Blocking
 * "192.0.2.7/32" for 600 secs (…)`, or `forever` (blocker.c). Its sets have no clock of their own.
 */
export function sshguardEnds(lines: readonly string[]): Map<string, string | undefined> {
  const ends = new Map<string, string | undefined>()
  for (const line of lines) {
    const m =
      /^(\d{1,12})\.\d{1,9} \S+ sshguard\[\d+\]: Blocking "([\da-f.:/]{2,60})" (?:for (\d{1,9}) secs|forever)/i.exec(
        line,
      )
    const address = addressIn(m?.[2] ?? '')
    if (!m || address === undefined) continue
    ends.set(address, m[3] === undefined ? undefined : iso((Number(m[1]) + Number(m[3])) * 1000))
  }
  return ends
}

/** sshguard's own lines of /etc/hosts.allow (sshg-fw-hosts): `ALL : 192.0.2.7 [2001:db8::7] : DENY`. */
export function sshguardHosts(lines: readonly string[]): Ban[] {
  return lines.flatMap((line) => {
    const list = /^ALL : (.*) : DENY$/.exec(line)?.[1]
    return (list ?? '').split(' ').flatMap((each) => {
      const address = addressIn(each)
      return address === undefined
        ? []
        : [{ tool: 'sshguard', holder: { kind: 'file' as const, name: '/etc/hosts.allow' }, address }]
    })
  })
}

/** What DenyHosts writes into /etc/hosts.deny: `sshd: 192.0.2.7`. */
export function denyhostsBans(lines: readonly string[]): Ban[] {
  return lines.flatMap((line) => {
    const address = addressIn(/^(?:sshd|ALL)\s*:\s*([\da-fA-F.:]{2,60})\s*$/.exec(line)?.[1] ?? '')
    return address === undefined
      ? []
      : [{ tool: 'denyhosts', holder: { kind: 'file' as const, name: '/etc/hosts.deny' }, address }]
  })
}
