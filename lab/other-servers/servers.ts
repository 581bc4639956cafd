import { writeFileSync } from 'node:fs'
import type { Lab } from '../hosts/lab.ts'

/** Debian's packages of the servers that are not OpenSSH; their services are off until one is started. */
export const PACKAGES = ['dropbear', 'tinysshd'] as const

/** A server that stands in sshd's place on port 22. */
export type Server = (typeof PACKAGES)[number]

/** Starts it as Debian does, on port 22; `options` are dropbear's own, beside those of its unit. */
export async function startInstead({ machine, client, at }: Lab, server: Server): Promise<void> {
  await machine.must('systemctl disable --now ssh.service >/dev/null 2>&1; ! systemctl -q is-active ssh.service')
  if (server === 'dropbear') {
    // Debian's package has made its host keys of sshd's.
    await machine.must('systemctl start dropbear.service')
    await speaks(machine)
    return
  }
  // The socket takes connections at once; each starts a process of its own, and the first makes the host key.
  await machine.must(
    'mkdir -p /etc/tinyssh && tinysshd-makekey -q /etc/tinyssh/sshkeydir && systemctl start tinysshd.socket',
  )
  const raw = Buffer.from(await machine.must('base64 -w0 /etc/tinyssh/sshkeydir/ed25519.pk'), 'base64')
  const key = Buffer.concat([wireString(Buffer.from('ssh-ed25519')), wireString(raw)]).toString('base64')
  const lines = [at.machine, at.machine6].map((address) => `${address} ssh-ed25519 ${key}\n`)
  writeFileSync(client.knownHostsFile, lines.join(''), { mode: 0o600 })
}

/** A string of RFC 4251 5: its length in four bytes, then its bytes. */
function wireString(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

const speaks = (machine: Lab['machine']): Promise<string> =>
  machine.must(
    `timeout 10 bash -c 'until { exec 3<>/dev/tcp/127.0.0.1/22; } 2>/dev/null && read -r -t 3 line <&3 && [[ $line == SSH-* ]]; do sleep 0.05; done'`,
  )
