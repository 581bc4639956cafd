import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { CONTROLLERS, groupFolder } from '../../lab/hosts/cgroups.ts'
import { openLab, withLab } from '../../lab/hosts/lab.ts'
import { namespaceNames } from '../../lab/hosts/network.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { readRecords, scratchFolder } from '../../lab/hosts/record.ts'
import { sweep } from '../../lab/hosts/sweep.ts'

const skip = await skipUnlessHosts()

describe('real machines', { skip, concurrency: 4 }, () => {
  for (const release of DEFAULT_RELEASES) {
    test(`${release} lets alice, root and ops in, over both families and by name`, () =>
      withLab({ release, client: { addresses: 2 } }, async ({ machine, client }) => {
        client.addName('web.example', [machine.address])
        const hosts = [machine.address, machine.address6, 'web.example']
        for (const [user, host] of [
          ['alice', hosts[0]],
          ['root', hosts[1]],
          ['ops', hosts[2]],
        ] as const) {
          const login = await client.run([
            'ssh',
            '-o',
            'BatchMode=yes',
            ...client.sshArgs(user, host),
            'id -un; hostname',
          ])
          assert.deepEqual([login.code, login.stdout, login.stderr], [0, `${user}\n${machine.name}\n`, ''])
        }
        const second = ['ssh', '-b', client.addresses[1]!, ...client.sshArgs('ops'), 'echo $SSH_CLIENT; sudo -n id -u']
        assert.match((await client.run(second)).stdout, new RegExp(`^${client.addresses[1]} .*\n0\n$`))
      }))

    test(`${release} has a second service and a password for alice`, () =>
      withLab({ release }, async ({ machine, client }) => {
        const http = `exec 3<>/dev/tcp/${machine.address}/80; printf 'HEAD / HTTP/1.0\\r\\n\\r\\n' >&3; head -1 <&3`
        assert.match((await client.run(['bash', '-c', http])).stdout, /^HTTP\/1.0 200/)
        const askpass = join(client.home, 'askpass')
        await client.run(['sh', '-c', `printf '#!/bin/sh\\necho correct horse\\n' > ${askpass}; chmod +x ${askpass}`])
        const byPassword = ['ssh', '-o', 'PubkeyAuthentication=no', ...client.sshArgs(), 'echo in']
        const env = { SSH_ASKPASS: askpass, SSH_ASKPASS_REQUIRE: 'force' }
        assert.equal((await client.run(byPassword, { env })).stdout, 'in\n')
      }))

    test(`${release} comes back from a reboot as another boot of the same machine`, () =>
      withLab({ release }, async ({ machine, client }) => {
        const bootId = 'cat /proc/sys/kernel/random/boot_id'
        const before = await machine.must(`touch /root/kept; ${bootId}`)
        await machine.reboot()
        assert.notEqual(await machine.must(`test -e /root/kept; ${bootId}`), before)
        assert.equal((await client.run(['ssh', ...client.sshArgs(), 'true'])).code, 0)
      }))
  }

  test('can be frozen and thawed, and stop() removes a frozen one', async () => {
    const lab = await openLab({ release: 'trixie' })
    await lab.machine.freeze()
    const ssh = ['ssh', '-o', 'ConnectTimeout=1', ...lab.client.sshArgs(), 'true']
    assert.match((await lab.client.run(ssh)).stderr, /timed out during banner exchange/)
    lab.machine.thaw()
    // What is thawed has its backlog to work off first; a second of patience was for the frozen one.
    assert.equal((await lab.client.run(['ssh', '-o', 'ConnectTimeout=20', ...lab.client.sshArgs(), 'true'])).code, 0)
    await lab.machine.freeze()
    await lab.stop()
    await assertGone(lab.id, lab.machine.leader)
  })

  test('holds connections, as sshd counts them', () =>
    withLab({ release: 'bookworm' }, async ({ machine, attacker }) => {
      const holders = await attacker.hold(7)
      assert.equal(holders.held, 7)
      assert.match(readFileSync(`/proc/${machine.listenerPid()}/cmdline`, 'utf8'), /7 of 10-100 startups/)
      await holders.close()
    }))

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    test(`leaves nothing behind when its process gets ${signal}`, async () => {
      const lab = join(import.meta.dirname, '../../lab/hosts/lab.ts')
      const script = `import { openLab } from ${JSON.stringify(lab)}
        const lab = await openLab({ release: 'bookworm' }); console.log(lab.id, lab.machine.leader); setInterval(() => {}, 1e6)`
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [id, leader] = String((await once(child.stdout, 'data'))[0])
        .trim()
        .split(' ')
      sweep()
      assert.ok(existsSync(`/proc/${leader}`), 'a sweep touches no lab whose owner lives')
      child.kill(signal)
      await once(child, 'exit')
      // After KILL there was nobody to clean up: that is what the sweep is for.
      if (signal === 'SIGKILL') assert.ok(sweep().includes(id!))
      await assertGone(id!, Number(leader))
    })
  }
})

async function assertGone(id: string, leader: number): Promise<void> {
  // The dead init stays listed until this computer's own init has collected it.
  for (let tries = 0; existsSync(`/proc/${leader}`) && tries < 200; tries++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  assert.ok(!existsSync(`/proc/${leader}`))
  assert.ok(!existsSync(scratchFolder(id)))
  assert.ok(!readFileSync('/proc/mounts', 'utf8').includes(id))
  assert.ok(!readRecords().some((record) => record.id === id))
  for (const name of namespaceNames(id))
    assert.ok(!existsSync(`/run/netns/${name}`) && !existsSync(`/etc/netns/${name}`))
  for (const controller of CONTROLLERS) assert.ok(!existsSync(groupFolder(id, controller)))
}
