// What keeps silent may be an sshd that hangs, a host that is starved, or a tarpit that says its first word after ten seconds.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertEnded, documentOf } from './expect.ts'
import { silent, withPeer } from './peers.ts'
import type { Behaviour } from './peers.ts'
import { Home } from './program.ts'

/** endlessh as it is installed: a line of random characters every ten seconds, the first ten seconds after the accept. */
const endlessh: Behaviour = (socket) => {
  const line = () =>
    Array.from({ length: 3 + Math.random() * 29 }, () => letters[Math.floor(Math.random() * letters.length)])
  const timer = setInterval(() => socket.write(`${line().join('')}\r\n`), 10_000)
  socket.on('close', () => clearInterval(timer))
}
const letters = 'abcdefghijklmnopqrstuvwxyz+/=%'

const home = new Home()

async function judged(behave: Behaviour) {
  const ran = await withPeer(behave, ({ port }) => home.run(['--json', ...home.ssh(port), 'alice@127.0.0.1']))
  assertEnded(ran, 1)
  const document = documentOf(ran)
  const contact = document.facts.find(({ id }) => id === 'contact') as {
    value?: { contacts: { end: { at: number }; byteCount: number }[] }
  }
  return { document, heard: contact.value?.contacts[0] }
}

describe('a silent port with no other service beside it', { concurrency: 2 }, () => {
  test('that drips after ten seconds is a tarpit', async () => {
    const { document, heard } = await judged(endlessh)
    assert.ok(heard && heard.byteCount > 0, 'its first line was heard')
    assert.equal(document.causes[0]?.id, 'tarpit', JSON.stringify(document.causes.slice(0, 3).map(({ id }) => id)))
    assert.ok(document.causes[0].probability > 0.8)
  })

  test('that says nothing is a host or an sshd that hangs, and is called so only after more than ten seconds', async () => {
    const { document, heard } = await judged(silent)
    assert.ok(heard && heard.end.at > 10.5, `listened to for ${heard?.end.at} s`)
    assert.match(document.causes[0]?.id ?? '', /^(?:host-starved|sshd-hung)$/)
    assert.ok(!document.causes.slice(0, 2).some(({ id }) => id === 'tarpit'))
  })
})
