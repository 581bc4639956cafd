import { config, contact, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { entrance } from './entrance.ts'

const to = (host: string, port: number, address = '203.0.113.7') =>
  sheet({ 'ssh-config': config({ host, port }), contact: { contacts: [contact({ address, port })] } })

readings(entrance, [
  ['nothing asked', {}, '-'],
  ['nobody knows where ssh would go', sheet({ contact: { contacts: [contact()] } }), '-'],
  ['the name has no address', sheet({ 'ssh-config': config() }), '-'],
  ['port 22 of a host', to('web7.example.org', 22), 'own'],
  ['another port of a host', to('web7.example.org', 2222), 'other-port'],
  ['a container published on this machine', to('localhost', 22, '::1'), 'loopback'],
  ['a tunnel', to('localhost', 2222, '127.0.0.1'), 'loopback'],
  ['a network balancer', to('ssh-0a1b.elb.eu-west-1.amazonaws.com', 22), 'balancer'],
  ['a classic balancer', to('ssh-123.eu-west-1.elb.amazonaws.com', 22), 'balancer'],
  ['a host with such a word in its name', to('elb.example.org', 22), 'own'],
])
