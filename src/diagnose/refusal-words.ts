import { known } from '../core/probe.ts'
import type { Facts, FactSheet } from '../core/types.ts'

type Words = Record<string, string | undefined>

/**
 * Who on the server keeps this address out, by the names knowledge/let-in.ts calls it. A word is undefined where it is another tool's, so that
 * the advice of that very tool is the one that can be filled in.
 */
export function refusalWords(facts: FactSheet): Words {
  const firewall = known(facts, 'firewall')
  return { ...banWords(known(facts, 'bans')?.banned ?? []), ...firewallWords(firewall) }
}

function banWords(banned: Facts['bans']['banned']): Words {
  const [first] = banned
  const by = (tool: string) => (first?.tool === tool ? first.address : undefined)
  const jails = banned.filter(({ tool }) => tool === 'fail2ban')
  const crowdsec = by('crowdsec')
  return {
    jail: jails.length === 1 && first?.holder.kind === 'jail' ? first.holder.name : undefined,
    banned: first?.address,
    jailedaddress: jails.length > 1 ? by('fail2ban') : undefined,
    crowdsecip: crowdsec?.includes('/') ? undefined : crowdsec,
    crowdsecrange: crowdsec?.includes('/') ? crowdsec : undefined,
    sshguardaddress: by('sshguard'),
    denyhostsaddress: by('denyhosts'),
  }
}

function firewallWords(fact: Facts['firewall'] | undefined): Words {
  const {
    from,
    by = '',
    zone,
    answers,
    place,
    route,
  } = fact?.verdict === 'drops' || fact?.verdict === 'rejects' ? fact : {}
  const six = from?.includes(':') === true
  const { family, table, chain, writer } = place ?? {}
  const only = (is: boolean, word: string | undefined) => (is && from !== undefined ? word : undefined)
  const panic = table === 'firewalld_policy_drop'
  const firewalld = by === 'firewalld' && zone !== undefined && !panic
  const shorewall = by === 'shorewall' && chain === 'dynamic'
  // Written by iptables, whoever called it.
  const iptables = place !== undefined && writer !== 'nft' && by !== 'ufw' && by !== 'firewalld' && !shorewall
  const nft = !iptables && chain !== undefined && ['nft', 'fail2ban', 'sshguard', 'crowdsec'].includes(by)
  const blocked =
    route !== undefined && ['blackhole', 'unreachable', 'prohibit'].includes(route.type) ? route : undefined
  return {
    panictable: panic ? table : undefined,
    firewalldzone: only(firewalld, zone),
    firewalldfamily: only(firewalld, six ? 'ipv6' : 'ipv4'),
    firewalldaddress: only(firewalld, from),
    ufwaddress: only(by === 'ufw', from),
    shorewalladdress: only(shorewall, from),
    iptables: only(iptables, `${six ? 'ip6' : 'ip'}tables${writer === 'iptables-legacy' ? '-legacy' : ''}`),
    iptablestable: only(iptables, table),
    iptableschain: only(iptables && !answers, chain),
    iptablesoutchain: only(iptables && answers === true, chain),
    nftfamily: only(nft, family),
    nfttable: only(nft, table),
    nftchain: only(nft && !answers, chain),
    nftoutchain: only(nft && answers === true, chain),
    nftip: only(nft, six ? 'ip6' : 'ip'),
    keptout: only(iptables || nft, from),
    routetype: blocked?.type,
    routeprefix: blocked?.network,
  }
}
