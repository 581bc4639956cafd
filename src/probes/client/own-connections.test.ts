import assert from 'node:assert/strict'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import type { ProbeContext } from '../../core/probe.ts'
import type { FactSheet } from '../../core/types.ts'
import ownConnections from './own-connections.ts'

const skip = process.platform === 'linux' ? false : 'only Linux shows its connections'
const fact = <V>(value: V) => ({ at: '', seen: 'client' as const, via: 'local', value })
const context = (host: string, port: number, facts: FactSheet = {}) =>
  ({ target: { destination: host, host, port, ssh: [] }, facts }) as unknown as ProbeContext

async function open(t: TestContext, host: string, sources: string[]): Promise<{ port: number; sockets: Socket[] }> {
  const accepted: Socket[] = []
  const server = createServer({ allowHalfOpen: true }, (socket) => accepted.push(socket))
  await new Promise<void>((resolve) => server.listen({ host, port: 0 }, resolve))
  const { port } = server.address() as AddressInfo
  const to = host === '::' ? '127.0.0.1' : host
  const sockets = await Promise.all(
    sources.map(
      (localAddress) =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ host: to, port, localAddress }, () => resolve(socket)).on('error', reject)
        }),
    ),
  )
  t.after(() => {
    for (const socket of [...sockets, ...accepted]) socket.destroy()
    server.close()
  })
  return { port, sockets }
}

test(
  'connections that are open, by our own address; listeners and those being closed do not count',
  { skip },
  async (t) => {
    const { port, sockets } = await open(t, '127.0.0.1', ['127.0.0.5', '127.0.0.5', '127.0.0.6', '127.0.0.8'])
    await new Promise<void>((resolve) => sockets[3]!.end(() => resolve()))
    const value = await ownConnections.run(context('127.0.0.1', port))
    assert.deepEqual(value, { bySource: { '127.0.0.5': 2, '127.0.0.6': 1 }, target: '127.0.0.1', port })
    assert.deepEqual((await ownConnections.run(context('127.0.0.2', port))).bySource, {})
  },
)

test('a name by its addresses, the port of ssh_config, the source of the route', { skip }, async (t) => {
  const { port } = await open(t, '127.0.0.1', ['127.0.0.7'])
  const facts: FactSheet = {
    'ssh-config': fact({ ok: true, host: 'web.example', port }),
    'name-lookup': fact({ name: 'web.example', addresses: [{ address: '127.0.0.1', family: 4 as const }], seconds: 0 }),
    route: fact({ address: '127.0.0.1', source: '127.0.0.1', says: '' }),
  }
  const value = await ownConnections.run(context('web', 22, facts))
  assert.deepEqual(value, { bySource: { '127.0.0.7': 1 }, target: 'web.example', port, source: '127.0.0.1' })
})

test('it applies where an address is known and we go there ourselves', () => {
  const target = { destination: 'web', host: 'web', port: 22, ssh: [] }
  assert.equal(ownConnections.applies({}, target), false)
  assert.equal(ownConnections.applies({}, { ...target, host: '203.0.113.7' }), true)
  const proxied = { 'ssh-config': fact({ ok: true, host: '203.0.113.7', proxyJump: 'j' }) }
  assert.equal(ownConnections.applies(proxied, target), false)
})
