import { inSet, type IpSets } from './ipset.ts'
import { inNetwork, inRange } from '../../openssh/networks.ts'
import { isOnList, type RecentLists } from './recent.ts'
import { agreed, type Answer, EPHEMERAL, type Packet } from './ruleset.ts'

/** What rules of iptables ask that stands elsewhere in the kernel. */
export interface Lists {
  sets: IpSets
  recent: RecentLists
}

/** Options that only say more about a condition beside them; how many words each takes. */
const SILENT: Record<string, number> = {
  '-m': 1,
  '--comment': 1,
  '--limit-burst': 1,
  '--hashlimit-burst': 1,
  '--hashlimit-mode': 1,
  '--hashlimit-name': 1,
  '--hashlimit-htable-size': 1,
  '--hashlimit-htable-max': 1,
  '--hashlimit-htable-expire': 1,
  '--hashlimit-htable-gcinterval': 1,
  '--hashlimit-srcmask': 1,
  '--hashlimit-dstmask': 1,
  '--hashlimit-rate-interval': 1,
  '--hashlimit-rate-match': 0,
  '--connlimit-mask': 1,
  '--connlimit-saddr': 0,
  '--connlimit-daddr': 0,
  '--seconds': 1,
  '--hitcount': 1,
  '--name': 1,
  '--mask': 1,
  '--rsource': 0,
  '--rdest': 0,
  '--rttl': 0,
  '--reap': 0,
  '--mode': 1,
  '--every': 1,
  '--packet': 1,
  '--set': 0,
  '--limit-iface-in': 0,
  '--loose': 0,
  '--validmark': 0,
  '--accept-local': 0,
}

/** A first packet carries SYN and no other flag; the answer to it SYN and ACK. */
const hasFlags = (answer: boolean, mask: string, wanted: string): boolean => {
  const list = (text: string) => (text === 'ALL' ? ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'] : text.split(','))
  const carried = answer ? ['SYN', 'ACK'] : ['SYN']
  const seen = list(mask).filter((flag) => carried.includes(flag))
  const asked = list(wanted).filter((flag) => flag !== 'NONE')
  return seen.length === asked.length && asked.every((flag) => seen.includes(flag))
}

const yes = (truth: boolean | undefined): Answer => (truth === undefined ? 'maybe' : truth ? 'yes' : 'no')

const inPorts = (list: string, ports: readonly number[]): Answer =>
  agreed(
    ports.map((port) =>
      yes(
        list.split(',').some((each) => {
          const [first = '', last = first] = each.split(':')
          return port >= Number(first || 0) && port <= Number(last || 65_535)
        }),
      ),
    ),
  )

const either = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no'

const among = (addresses: readonly string[], holds: (address: string) => boolean | undefined): Answer =>
  addresses.length > 0 ? agreed(addresses.map((each) => yes(holds(each)))) : 'maybe'

const source = ({ answer, from, to }: Packet) => (answer ? to : from === undefined ? [] : [from])
const destination = ({ answer, from, to }: Packet) => (answer ? (from === undefined ? [] : [from]) : to)
const sourcePorts = ({ answer, port }: Packet) => (answer ? [port] : EPHEMERAL)
const destinationPorts = ({ answer, port }: Packet) => (answer ? EPHEMERAL : [port])

const isDevice = (device: string | undefined, name: string): Answer =>
  yes(device === undefined ? undefined : name.endsWith('+') ? device.startsWith(name.slice(0, -1)) : device === name)

const ends = (range: string): [string, string] => {
  const [first = '', last = first] = range.split('-')
  return [first, last]
}

/** Nothing smaller is offered as a segment's size (RFC 9293 3.7.1). */
const SMALLEST_SEGMENT = 536
/** A first packet of Linux: 40 bytes of headers and 20 of options; some are shorter, none is over 100. */
const LENGTH = 60

const state = ({ answer }: Packet) => (answer ? 'ESTABLISHED' : 'NEW')

/** A list of the recent match that something was put on, for how long it stays there, or how often one may come. */
function recent(packet: Packet, words: readonly string[], { recent: lists }: Lists): Answer {
  const after = (option: string) => words[words.indexOf(option) + 1]
  if (words.includes('--hitcount') && Number(after('--hitcount')) > 1) return 'beyond'
  if (words.includes('--rdest')) return 'maybe'
  const seconds = words.includes('--seconds') ? Number(after('--seconds')) : undefined
  const [from] = source(packet)
  return isOnList(lists, after('--name') ?? 'DEFAULT', from, after('--mask'), seconds)
}

/** `words` are those behind the option, `rule` all of them. */
type Asks = (packet: Packet, words: readonly string[], lists: Lists, rule: readonly string[]) => Answer

/** Conditions by option: how many words it takes, and what it asks. */
const ASKS: Record<string, readonly [number, Asks]> = {
  '-s': [1, (packet, [net = '']) => among(source(packet), (each) => inNetwork(each, net))],
  '-d': [1, (packet, [net = '']) => among(destination(packet), (each) => inNetwork(each, net))],
  '-i': [1, ({ answer, device }, [name = '']) => (answer ? 'no' : isDevice(device, name))],
  '-o': [1, ({ answer, device }, [name = '']) => (answer ? isDevice(device, name) : 'no')],
  '-p': [1, (_, [name = '']) => yes(/^(?:tcp|6|all|0)$/.test(name))],
  '-f': [0, () => 'no'],
  '--dport': [1, (packet, [list = '']) => inPorts(list, destinationPorts(packet))],
  '--dports': [1, (packet, [list = '']) => inPorts(list, destinationPorts(packet))],
  '--sport': [1, (packet, [list = '']) => inPorts(list, sourcePorts(packet))],
  '--sports': [1, (packet, [list = '']) => inPorts(list, sourcePorts(packet))],
  '--ports': [
    1,
    (packet, [list = '']) => either([inPorts(list, sourcePorts(packet)), inPorts(list, destinationPorts(packet))]),
  ],
  '--syn': [0, ({ answer }) => yes(!answer)],
  '--tcp-flags': [2, ({ answer }, [mask = '', wanted = '']) => yes(hasFlags(answer === true, mask, wanted))],
  '--tcp-option': [1, () => 'maybe'],
  '--mss': [
    1,
    (_, [range = '']) => {
      const last = Number(range.split(':').at(-1))
      return last < SMALLEST_SEGMENT ? 'no' : 'maybe'
    },
  ],
  '--length': [1, (_, [range = '']) => inPorts(range, [LENGTH])],
  '--ctstate': [1, (packet, [list = '']) => yes(list.split(',').includes(state(packet)))],
  '--state': [1, (packet, [list = '']) => yes(list.split(',').includes(state(packet)))],
  '--ctdir': [1, ({ answer }, [way]) => yes((way === 'ORIGINAL') !== (answer === true))],
  '--ctstatus': [
    1,
    ({ answer }, [list = '']) => yes(list.split(',').some((each) => each === (answer ? 'SEEN_REPLY' : 'NONE'))),
  ],
  '--ctproto': [1, (_, [name = '']) => yes(name === '6' || name === 'tcp')],
  '--ctorigdstport': [1, ({ port }, [list = '']) => inPorts(list, [port])],
  '--ctorigsrc': [1, ({ from }, [net = '']) => yes(from === undefined ? undefined : inNetwork(from, net))],
  '--ctorigdst': [1, ({ to }, [net = '']) => among(to, (each) => inNetwork(each, net))],
  '--dst-type': [1, ({ answer }, [list = '']) => yes(list.split(',').includes(answer ? 'UNICAST' : 'LOCAL'))],
  '--src-type': [1, ({ answer }, [list = '']) => yes(list.split(',').includes(answer ? 'LOCAL' : 'UNICAST'))],
  '--pkt-type': [1, ({ answer }, [kind]) => (answer ? 'maybe' : yes(kind === 'unicast'))],
  '--mark': [1, (_, [mark = '']) => yes(/^0x0*(?:$|\/)/.test(mark))],
  '--src-range': [1, (packet, [range = '']) => among(source(packet), (each) => inRange(each, ...ends(range)))],
  '--dst-range': [1, (packet, [range = '']) => among(destination(packet), (each) => inRange(each, ...ends(range)))],
  '--match-set': [
    2,
    (packet, [name = '', way = ''], { sets }) =>
      inSet(
        {
          source: source(packet),
          destination: destination(packet),
          sourcePorts: sourcePorts(packet),
          destinationPorts: destinationPorts(packet),
          device: packet.device,
        },
        way.split(','),
        sets,
        name,
      ),
  ],
  '--limit': [1, () => 'within'],
  '--hashlimit': [1, () => 'within'],
  '--hashlimit-upto': [1, () => 'within'],
  '--hashlimit-above': [1, () => 'beyond'],
  '--connlimit-upto': [1, () => 'within'],
  '--connlimit-above': [1, () => 'beyond'],
  '--update': [0, (packet, _, lists, rule) => recent(packet, rule, lists)],
  '--rcheck': [0, (packet, _, lists, rule) => recent(packet, rule, lists)],
  '--remove': [0, (packet, _, lists, rule) => recent(packet, rule, lists)],
  '--probability': [1, () => 'beyond'],
  '--icmp-type': [1, () => 'no'],
  '--icmpv6-type': [1, () => 'no'],
  // A way given by the sender (RFC 5095 forbids it): no login's packet has one.
  '--rt-type': [1, () => 'no'],
  '--rt-segsleft': [1, () => 'no'],
  // "There is no way back to the sender", turned round: there is one, or nobody would look at this machine.
  '--invert': [0, (_, __, ___, rule) => (rule.includes('rpfilter') ? 'no' : 'maybe')],
}

/** The condition that begins with the word `at`: how many words more it takes, and what it asks, if anything; undefined for what nobody here knows. */
export function conditionAt(
  rule: readonly string[],
  at: number,
): { takes: number; asks?: (packet: Packet, lists: Lists) => Answer } | undefined {
  const word = rule[at]!
  if (Object.hasOwn(SILENT, word)) return { takes: SILENT[word]! }
  if (!Object.hasOwn(ASKS, word)) return undefined
  const [takes, asks] = ASKS[word]!
  const words = rule.slice(at + 1, at + 1 + takes)
  return { takes, asks: (packet, lists) => asks(packet, words, lists, rule) }
}
