// sudo looks up the own name of the machine, and waits as long as its resolver hangs: nothing of root's may be lost by that.
import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { strictModesRefuses } from '../../lab/faults/strict-modes-refuses.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { withLab } from '../../lab/hosts/lab.ts'
import type { Document } from '../../src/report/document.ts'

const MEDIC = resolve(import.meta.dirname, '../../bin/sshmedic.js')
const skip = await skipUnlessHosts()

/** No file knows the machine's own name, and the name server does not answer. */
const NAMELESS = `
  echo nameless > /proc/sys/kernel/hostname; echo '127.0.0.1 localhost' > /etc/hosts
  sed -i 's/^hosts:.*/hosts: files dns/' /etc/nsswitch.conf
  printf 'nameserver 10.77.255.254\\noptions timeout:4 attempts:2\\n' > /etc/resolv.conf`

describe('a machine whose own name does not resolve', { skip }, () => {
  test('is judged by what root sees all the same, and the slow sudo is told', () =>
    withLab({ release: 'trixie' }, async (lab) => {
      const { args } = await strictModesRefuses.break(lab, 'file')
      await lab.machine.must(NAMELESS)
      const argv = [process.execPath, MEDIC, '--json', '--via', `ops@${lab.machine.address}`, ...args]
      const ran = await lab.client.run(argv, { timeoutMs: 150_000 })
      const document = JSON.parse(ran.stdout) as Document
      const becoming = document.facts.find(({ id }) => id === 'becoming-root')
      assert.equal(document.causes[0]?.id, 'strict-modes-refuses', JSON.stringify(document.causes.slice(0, 3)))
      const took = becoming && 'value' in becoming ? (becoming.value as { seconds: number }).seconds : 0
      assert.ok(took > 3, JSON.stringify(becoming))
      assert.match(document.notes.join(' '), /sudo took \d+ s there/)
      assert.doesNotMatch(document.notes.join(' '), /may not become root/)
    }))
})
