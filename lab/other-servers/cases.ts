import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { Broken, BrokenFault, FaultLab } from '../types.ts'
import { PACKAGES, startInstead } from './servers.ts'
import type { Server } from './servers.ts'

/** A server that is not OpenSSH, healthy or broken in a way that its users meet. */
export interface OtherServerCase {
  server: Server
  name: string
  /** Causes one of which has to be named first; none where the server is healthy. */
  right: readonly string[]
  /** Its identification is heard. A full one hangs up without a word, like a child that dies: a right cause is among the first three then. */
  heard: boolean
  /** The same for `runFault`. */
  fault: BrokenFault
}

type Break = (lab: FaultLab) => Promise<Broken['release'] | void>

const script =
  (text: string): Break =>
  async ({ machine }) => {
    await machine.must(text)
  }

const HOLDERS: Record<Server, Record<'one' | 'many', Break>> = {
  dropbear: {
    // MAX_UNAUTH_PER_IP is 5, MAX_UNAUTH_CLIENTS 30 (default_options.h of 2022.83 and 2025.89).
    one: async ({ client }) => (await client.hold(5)).close,
    many: async ({ attacker }) => (await attacker.hold(30)).close,
  },
  tinysshd: {
    // It has no limit itself; systemd's socket has, by source and in all (systemd.socket(5): 64 unless the unit says otherwise).
    one: async ({ machine, client }) => {
      await limitSocket(machine, 'MaxConnectionsPerSource=3')
      return (await client.hold(3)).close
    },
    // Fewer than 64: so many services started at once are a machine without processor time.
    many: async ({ machine, attacker }) => {
      await limitSocket(machine, 'MaxConnections=8')
      return (await attacker.hold(8)).close
    },
  },
}

const limitSocket = (machine: FaultLab['machine'], line: string): Promise<string> =>
  machine.must(`
    mkdir -p /etc/systemd/system/tinysshd.socket.d
    printf '[Socket]\\n%s\\n' '${line}' > /etc/systemd/system/tinysshd.socket.d/limit.conf
    systemctl daemon-reload
    systemctl restart tinysshd.socket`)

const FULL = ['maxstartups-saturated', 'per-source-limit']

function casesOf(server: Server): OtherServerCase[] {
  const one = (name: string, right: readonly string[], breakIt: Break): OtherServerCase => ({
    server,
    name,
    right,
    heard: right !== FULL,
    fault: {
      id: `${server}, ${name}`,
      releases: DEFAULT_RELEASES,
      packages: PACKAGES,
      variants: [name],
      verdict: right.length === 0 ? 'reachable' : 'unreachable',
      fromWithin: { not: 'the looks from within are those of sshd' },
      async break(lab) {
        await startInstead(lab, server)
        const release = await breakIt(lab)
        return { args: lab.client.sshArgs(), ...(release ? { release } : {}) }
      },
    },
  })
  return [
    one('healthy', [], async () => {}),
    one('wrong key', ['key-not-accepted'], script('rm ~alice/.ssh/authorized_keys')),
    one('full for one address', FULL, HOLDERS[server].one),
    one('full', FULL, HOLDERS[server].many),
    // Both want home, .ssh and the file to be writable by nobody else; nobody outside is told so.
    one('home writable by others', ['key-not-accepted'], script('chmod o+w ~alice')),
    // dropbear refuses a shell that /etc/shells does not have as it refuses a key; tinysshd runs it.
    one(
      'shell forbidden',
      server === 'dropbear' ? ['key-not-accepted'] : ['shell-exits'],
      script('usermod --shell /usr/sbin/nologin alice'),
    ),
  ]
}

export const otherServerCases: readonly OtherServerCase[] = PACKAGES.flatMap(casesOf)
