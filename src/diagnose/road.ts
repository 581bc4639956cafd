import { known } from '../core/probe.ts'
import { clientLog, firstClientLog, furthestLogin, textShows } from '../core/seen.ts'
import type { Contact, FactSheet, StageLine } from '../core/types.ts'
import { visible } from '../core/visible.ts'

const ms = (seconds: number): string =>
  seconds < 1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(1)} s`

/** The road from the name to the shell, one line a stage, as far as it was seen. */
export function road(facts: FactSheet): StageLine[] {
  const lines = [nameLine(facts), ...wayLines(facts), kexLine(facts), loginLine(facts), sessionLine(facts)].filter(
    (l) => l !== undefined,
  )
  // Behind the first closed door nothing was seen; say so instead of nothing.
  const shut = lines.findIndex((line) => line.state === 'fail')
  return lines.map((line, i) =>
    shut >= 0 && i > shut && line.state === 'not-asked' ? { ...line, state: 'not-reached' } : line,
  )
}

function nameLine(facts: FactSheet): StageLine | undefined {
  const lookup = known(facts, 'name-lookup')
  if (lookup?.error)
    return {
      name: 'name',
      state: 'fail',
      says:
        lookup.error === 'not-found'
          ? `${visible(lookup.name)} does not exist`
          : `no answer about ${visible(lookup.name)}`,
    }
  const [first, ...more] = lookup?.addresses ?? []
  if (first && lookup)
    return {
      name: 'name',
      state: 'ok',
      says: first.address + (more.length ? ` and ${more.length} more` : ''),
      seconds: lookup.seconds,
    }
  const failure = firstClientLog(facts)?.failure
  if (failure === 'name-not-found' || failure === 'name-lookup-fails')
    return { name: 'name', state: 'fail', says: known(facts, 'login')?.log.says ?? 'not resolved' }
  const config = known(facts, 'ssh-config')
  if (config && !config.ok)
    return { name: 'config', state: 'fail', says: config.error ?? 'ssh refuses its configuration' }
  return config?.proxyJump ? { name: 'jump', state: 'not-asked', says: visible(config.proxyJump) } : undefined
}

const REFUSED: Record<string, string> = {
  timeout: 'no answer',
  refused: 'refused',
  reset: 'reset',
  'host-unreachable': 'host unreachable',
  'net-unreachable': 'no route',
  'not-permitted': 'not permitted on this machine',
}

function wayLines(facts: FactSheet): StageLine[] {
  const contacts = [...(known(facts, 'contact')?.contacts ?? []), ...(known(facts, 'contact-again')?.contacts ?? [])]
  const at = known(facts, 'login')?.stepAt ?? {}
  return [tcpLine(contacts, facts), bannerLine(contacts, at, facts)]
}

function tcpLine(contacts: readonly Contact[], facts: FactSheet): StageLine {
  const at = known(facts, 'login')?.stepAt ?? {}
  const open = contacts.filter((c) => c.connect.outcome === 'open')
  const tries = (n: number) => (contacts.length > 1 ? ` (${n} of ${contacts.length} tries)` : '')
  if (open.length > 0 || at.connected !== undefined) {
    const seconds =
      open[0]?.connect.seconds ?? (at.connected !== undefined ? at.connected - (at.connect ?? 0) : undefined)
    const shut = contacts.some((c) => c.connect.outcome !== 'open')
    return {
      name: 'tcp',
      state: shut ? 'warn' : 'ok',
      says: shut ? `open${tries(open.length)}` : 'open',
      ...(seconds !== undefined ? { seconds } : {}),
    }
  }
  const first = contacts[0]
  if (first)
    return {
      name: 'tcp',
      state: 'fail',
      says: `${REFUSED[first.connect.outcome]}${tries(contacts.length)}`,
      seconds: first.connect.seconds,
    }
  const log = firstClientLog(facts)
  const failure = log?.failure ?? ''
  const says = log?.says ?? failure
  if (/^connect-|unreachable$|proxy/.test(failure)) return { name: 'tcp', state: 'fail', says: visible(says, 70) }
  // Every other ending comes later than the connection, but for these, which come before there is any.
  const came =
    (failure !== '' && !/^(?:config-|name-|control-)/.test(failure)) || textShows(facts, 'connected') === true
  return { name: 'tcp', state: came ? 'ok' : 'not-asked', says: came ? 'open' : '' }
}

function bannerLine(contacts: readonly Contact[], at: Partial<Record<string, number>>, facts: FactSheet): StageLine {
  const open = contacts.filter((c) => c.connect.outcome === 'open')
  const named = open.filter((c) => c.identification !== undefined)
  const log = firstClientLog(facts)
  const server = named[0]?.identification ?? log?.server
  if (server || at.identification !== undefined) {
    const failed = open.length - named.length
    const slow = named[0]?.identificationAt !== undefined && named[0].identificationAt - named[0].connect.seconds > 1
    const seconds =
      named[0]?.identificationAt ??
      (at.identification !== undefined ? at.identification - (at.connected ?? 0) : undefined)
    return {
      name: 'banner',
      state: failed > 0 || slow ? 'warn' : 'ok',
      says: visible(server ?? 'there', 60) + (failed > 0 ? ` (${failed} of ${open.length} tries turned away)` : ''),
      ...(seconds !== undefined ? { seconds } : {}),
    }
  }
  if (open.length > 0) {
    const worst = open[0]!
    const told = (worst.preBanner ?? []).find((line) => line.trim() !== '')
    const tries = open.length > 1 ? ` (${open.length} of ${open.length} tries)` : ''
    const ended = worst.end.how === 'fin' ? 'closed' : worst.end.how === 'reset' ? 'reset' : 'nothing'
    const says = told
      ? `"${visible(told, 60)}"`
      : ended === 'nothing'
        ? `nothing for ${ms(worst.end.at)}`
        : `${ended} without a word after ${ms(worst.end.at - worst.connect.seconds)}`
    return { name: 'banner', state: 'fail', says: says + tries }
  }
  if (/^banner|protocol/.test(log?.failure ?? ''))
    return { name: 'banner', state: 'fail', says: visible(log?.says ?? log?.failure ?? '', 70) }
  return { name: 'banner', state: 'not-asked', says: '' }
}

function kexLine(facts: FactSheet): StageLine {
  const fact = furthestLogin(facts)
  const log = firstClientLog(facts)
  const at = fact?.stepAt ?? {}
  if (/host-key/.test(log?.failure ?? ''))
    return {
      name: 'kex',
      state: known(facts, 'login-beyond-host-key') ? 'warn' : 'fail',
      says: log?.failure === 'host-key-unknown' ? 'host key not confirmed yet' : 'host key has changed',
    }
  if (at.newkeys !== undefined)
    return { name: 'kex', state: 'ok', says: 'keys agreed', seconds: at.newkeys - (at.identification ?? at.newkeys) }
  if (log?.noCommon) return { name: 'kex', state: 'fail', says: `no common ${visible(log.noCommon.what, 40)}` }
  if (at.identification !== undefined && fact)
    return {
      name: 'kex',
      state: 'fail',
      says: fact.stopped ? `stalls (${ms(fact.seconds - at.identification)})` : visible(log?.says ?? 'broken off', 70),
    }
  const silent = known(facts, 'contact')?.contacts.find(
    (c) => c.identification !== undefined && c.kexinitAt === undefined,
  )
  if (silent)
    return {
      name: 'kex',
      state: 'fail',
      says: silent.end.how === 'fin' || silent.end.how === 'reset' ? 'hangs up once named' : 'no answer',
    }
  if (/^(?:permission|too-many|auth|session)/.test(log?.failure ?? '') || textShows(facts, 'newkeys'))
    return { name: 'kex', state: 'ok', says: 'keys agreed' }
  return { name: 'kex', state: 'not-asked', says: '' }
}

function loginLine(facts: FactSheet): StageLine {
  const fact = furthestLogin(facts)
  const log = clientLog(facts)
  const at = fact?.stepAt ?? {}
  if (at.authenticated !== undefined) {
    const seconds = at.authenticated - (at.service ?? at.authenticated)
    return { name: 'login', state: seconds > 3 ? 'warn' : 'ok', says: 'let in', seconds }
  }
  if (textShows(facts, 'authenticated')) return { name: 'login', state: 'ok', says: 'let in' }
  const failure = log?.failure ?? ''
  if (/^(?:permission|too-many|auth|disconnected)/.test(failure) || at.service !== undefined) {
    const told = log?.serverText.find((line) => line.trim() !== '')
    const says = told
      ? `"${told}"`
      : fact?.stopped
        ? `stalls (${ms(fact.seconds - (at.methods ?? at.service ?? 0))})`
        : (log?.says ?? 'refused')
    return { name: 'login', state: 'fail', says: visible(says, 70) }
  }
  return { name: 'login', state: 'not-asked', says: '' }
}

/** A text ends where it was cut; only words of a failure, or of a session that ran, tell more than the login. */
function toldSession(facts: FactSheet): StageLine {
  const log = clientLog(facts)
  if (log?.failure !== undefined) return { name: 'session', state: 'fail', says: visible(log.says ?? log.failure, 70) }
  return known(facts, 'pasted-text')?.works
    ? { name: 'session', state: 'ok', says: 'a session ran' }
    : { name: 'session', state: 'not-asked', says: '' }
}

function sessionLine(facts: FactSheet): StageLine {
  const fact = furthestLogin(facts)
  if (!fact && textShows(facts, 'authenticated')) return toldSession(facts)
  if (!fact || fact.stepAt.authenticated === undefined) return { name: 'session', state: 'not-asked', says: '' }
  if (fact.shellAnswered) {
    const seconds = (fact.stepAt.shell ?? 0) - fact.stepAt.authenticated
    const hangs = fact.stopped !== undefined && !fact.commandAnswered
    return {
      name: 'session',
      state: hangs || seconds > 2 ? 'warn' : 'ok',
      says: hangs ? 'a shell answers, a command hangs' : 'a shell answers',
      seconds,
    }
  }
  const says = fact.stopped
    ? 'no shell'
    : fact.output
      ? `"${visible(fact.output, 60)}"`
      : fact.log.failure
        ? (fact.log.says ?? fact.log.failure)
        : `ended with status ${fact.exit}`
  return { name: 'session', state: 'fail', says: visible(says, 70) }
}
