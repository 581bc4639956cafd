import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '../../lab/hosts/client.ts'

/**
 * While something runs, `ssh` of this process is the client's: started in its network, with its home. What is kept for
 * the moment goes to a folder of its own, where nobody else's is.
 */
export async function asClient<T>(client: Client, run: () => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ssh-of-client-'))
  const script = `#!/bin/sh\nHOME='${client.home}' exec ip netns exec ${client.netns} /usr/bin/ssh "$@"\n`
  writeFileSync(join(folder, 'ssh'), script, { mode: 0o755 })
  const before = process.env['PATH']
  const tmp = process.env['TMPDIR']
  const agent = process.env['SSH_AUTH_SOCK']
  process.env['PATH'] = `${folder}:${before}`
  process.env['TMPDIR'] = folder
  delete process.env['SSH_AUTH_SOCK']
  try {
    return await run()
  } finally {
    process.env['PATH'] = before
    if (tmp === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = tmp
    if (agent !== undefined) process.env['SSH_AUTH_SOCK'] = agent
    rmSync(folder, { recursive: true, force: true })
  }
}
