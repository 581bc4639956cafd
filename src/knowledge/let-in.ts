// What lets an address in again, in the words of the very tool that keeps it out (diagnose/refusal-words.ts fills them in).
import type { Advice } from '../core/types.ts'

const EARNED = 'and find out what earned it before it comes back.'

/** A ban is lifted where it was made: taken out of the firewall alone, it is soon put there again. */
export const LIFT_THE_BAN: readonly Advice[] = [
  { says: `Lift the ban, ${EARNED}`, command: 'fail2ban-client set {jail} unbanip {banned}' },
  {
    says: `Several jails have it: lift the ban in all of them, ${EARNED}`,
    command: 'fail2ban-client unban {jailedaddress}',
  },
  { says: `Lift the ban, ${EARNED}`, command: 'cscli decisions delete --ip {crowdsecip}' },
  {
    says: `The ban is for the whole network {crowdsecrange}: lift it, ${EARNED}`,
    command: 'cscli decisions delete --range {crowdsecrange}',
  },
  {
    says: 'Name {sshguardaddress} in /etc/sshguard/whitelist, take it out of its blacklist file if there is one, and start sshguard again: it forgets the others it blocks for a time.',
    command: 'systemctl restart sshguard',
  },
  {
    says: 'Stop DenyHosts, take the address out of all these files, and start it again: it puts back what only one of them has lost.',
    command: 'grep -rnF {denyhostsaddress} /etc/hosts.deny /var/lib/denyhosts',
  },
]

const KEPT = 'this lasts until the rules are loaded anew, so change them where they are kept, too.'

/** A rule in front of the one that refuses. */
export const LET_THE_ADDRESS_IN: readonly Advice[] = [
  {
    says: 'firewalld is in panic mode (table {panictable}), which drops all packets of everybody: end it.',
    command: 'firewall-cmd --panic-off',
  },
  {
    says: 'Let your address in; once it works, the same with --permanent keeps it over a reload.',
    command:
      "firewall-cmd --zone={firewalldzone} --add-rich-rule='rule priority=-1 family={firewalldfamily} source address={firewalldaddress} port port={port} protocol=tcp accept'",
  },
  {
    says: 'Let your address in; ufw keeps the rule.',
    command: 'ufw prepend allow proto tcp from {ufwaddress} to any port {port}',
  },
  { says: "Take your address off Shorewall's dynamic blacklist.", command: 'shorewall allow {shorewalladdress}' },
  {
    says: `Let your address in; ${KEPT}`,
    command: '{iptables} -t {iptablestable} -I {iptableschain} -s {keptout} -p tcp --dport {port} -j ACCEPT',
  },
  {
    says: `Let the answers to your address out; ${KEPT}`,
    command: '{iptables} -t {iptablestable} -I {iptablesoutchain} -d {keptout} -p tcp --sport {port} -j ACCEPT',
  },
  {
    says: `Let your address in; ${KEPT}`,
    command: 'nft insert rule {nftfamily} {nfttable} {nftchain} {nftip} saddr {keptout} tcp dport {port} accept',
  },
  {
    says: `Let the answers to your address out; ${KEPT}`,
    command: 'nft insert rule {nftfamily} {nfttable} {nftoutchain} {nftip} daddr {keptout} tcp sport {port} accept',
  },
  {
    says: 'Take away the route that leads your address nowhere; whatever made it may make it again.',
    command: 'ip route del {routetype} {routeprefix}',
  },
]
