import { known } from '../core/probe.ts'
import type { Remedy, Step } from '../core/remedy.ts'
import type { Facts } from '../core/types.ts'
import { onServer, plainWord, withUndo } from '../core/steps.ts'
import type { Word } from '../core/steps.ts'
import { port } from './plan/target-words.ts'

type Firewall = Facts['firewall']
interface Asked {
  from: Word
  port: Word
}

const KEPT = 'this lasts until the rules are loaded anew, so change them where they are kept, too.'
const six = ({ from }: Asked): boolean => from?.includes(':') === true

/** In the words of the very tool that keeps the address out. */
function byTool(fact: Firewall, asked: Asked): Step | undefined {
  const { by, place, route, zone } = fact
  if (route) return unblock(route)
  if (place?.table === 'firewalld_policy_drop') {
    const say = `firewalld is in panic mode (table ${place.table}), which drops all packets of everybody: end it.`
    return onServer(say, ['firewall-cmd', '--panic-off'])
  }
  if (by === 'firewalld') return zone === undefined ? undefined : inZone(plainWord(zone), asked)
  if (by === 'ufw') {
    const rule = ['allow', 'proto', 'tcp', 'from', asked.from, 'to', 'any', 'port', asked.port]
    return withUndo(onServer('Let your address in; ufw keeps the rule.', ['ufw', 'prepend', ...rule]), [
      'ufw',
      'delete',
      ...rule,
    ])
  }
  if (by === 'shorewall' && place?.chain === 'dynamic')
    return onServer("Take your address off Shorewall's dynamic blacklist.", ['shorewall', 'allow', asked.from])
  if (!place) return undefined
  const say = fact.answers ? `Let the answers to your address out; ${KEPT}` : `Let your address in; ${KEPT}`
  return place.writer === 'nft' ? nft(say, place, asked, fact.answers) : iptables(say, place, asked, fact.answers)
}

/** Whatever made the route may make it again. */
function unblock({ type, network }: NonNullable<Firewall['route']>): Step | undefined {
  if (!['blackhole', 'unreachable', 'prohibit'].includes(type)) return undefined
  const route = [type, plainWord(network)]
  const say = 'Take away the route that leads your address nowhere; whatever made it may make it again.'
  return withUndo(onServer(say, ['ip', 'route', 'del', ...route]), ['ip', 'route', 'add', ...route])
}

function inZone(zone: Word, asked: Asked): Step | undefined {
  const { from, port } = asked
  if (zone === undefined || from === undefined || port === undefined) return undefined
  const family = six(asked) ? 'ipv6' : 'ipv4'
  const rule = `rule priority=-1 family=${family} source address=${from} port port=${port} protocol=tcp accept`
  const change = (how: string) => ['firewall-cmd', `--zone=${zone}`, `--${how}-rich-rule=${rule}`]
  const say = 'Let your address in; once it works, the same with --permanent keeps it over a reload.'
  return withUndo(onServer(say, change('add')), change('remove'))
}

function iptables(say: string, place: NonNullable<Firewall['place']>, asked: Asked, answers?: boolean): Step {
  const program = `${six(asked) ? 'ip6' : 'ip'}tables${place.writer === 'iptables-legacy' ? '-legacy' : ''}`
  const [side, at] = answers ? ['-d', '--sport'] : ['-s', '--dport']
  const rule = [plainWord(place.chain), side, asked.from, '-p', 'tcp', at, asked.port, '-j', 'ACCEPT']
  const change = (how: string) => [program, '-t', plainWord(place.table), how, ...rule]
  return withUndo(onServer(say, change('-I')), change('-D'))
}

function nft(say: string, place: NonNullable<Firewall['place']>, asked: Asked, answers?: boolean): Step {
  const where = [place.family, place.table, place.chain].map(plainWord)
  const family = six(asked) ? 'ip6' : 'ip'
  const rule = [
    family,
    answers ? 'daddr' : 'saddr',
    asked.from,
    'tcp',
    answers ? 'sport' : 'dport',
    asked.port,
    'accept',
  ]
  return onServer(say, ['nft', 'insert', 'rule', ...where, ...rule])
}

export default {
  id: 'let-address-in',
  title: 'Let the address in by the firewall',
  treats: { 'packets-dropped': 1, 'packets-rejected': 1, 'source-banned': 0.9 },
  needs: 'server',
  harm: 'undone',
  plan(facts, target) {
    const fact = known(facts, 'firewall')
    if (!fact || (fact.verdict !== 'drops' && fact.verdict !== 'rejects'))
      return { refuse: 'the firewall was not seen to refuse' }
    const step = byTool(fact, { from: plainWord(fact.from), port: port(facts, target) })
    return step?.kind === 'exec' ? [step] : { refuse: 'it was not seen which rule refuses, or for whom' }
  },
} satisfies Remedy
