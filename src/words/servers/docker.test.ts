import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { readLine } from '../line.ts'
import { ENTRIES } from './docker.ts'

const DRIVER =
  'docker: Error response from daemon: driver failed programming external connectivity on endpoint web (e3af358b8bb3): '

readsEachLine(ENTRIES, [
  [
    'docker-userland-proxy-port-in-use',
    `${DRIVER}Error starting userland proxy: listen tcp4 127.0.0.1:22: bind: address already in use.`,
  ],
  ['docker-userland-proxy-port-in-use', 'Error: rootlessport listen tcp 0.0.0.0:2222: bind: address already in use'],
  [
    'docker-host-port-in-use',
    'Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web: failed to bind host port for 0.0.0.0:22:172.17.0.2:22/tcp: address already in use',
  ],
  ['docker-port-is-allocated', `${DRIVER}Bind for 0.0.0.0:2222 failed: port is already allocated.`],
])

test('other ports of a container are nothing of SSH', () => {
  for (const port of ['8080', '5432', '220', '12222'])
    assert.ok(!readLine(`${DRIVER}Bind for 0.0.0.0:${port} failed: port is already allocated.`).known, port)
})
