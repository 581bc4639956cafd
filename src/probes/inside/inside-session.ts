import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { canonicalAddress } from '../client/proc-net-tcp.ts'
import { sections } from './sections.ts'
import { shell } from './shell.ts'

const SCRIPT = `
echo @date; date +%s
echo @id; id -u; id -un
echo @connection; echo "$SSH_CONNECTION"
echo @kernel; uname -r
echo @init; [ -d /run/systemd/system ] && echo systemd
echo @os
[ -r /etc/os-release ] && while read -r l; do case $l in ID=*|VERSION_ID=*) echo "$l" ;; esac; done < /etc/os-release
:
`

type Session = Omit<Facts['inside-session'], 'root' | 'roundTrip' | 'clockOffset'> & { date?: number }

/** Reads what the script printed; undefined where not even who we are came. */
export function readSession(text: string): Session | undefined {
  const part = sections(text)
  const [uid, user] = part('id')
  if (uid === undefined || !/^\d{1,10}$/.test(uid)) return undefined
  const release = new Map(part('os').map((line) => [/^[A-Z_]+/.exec(line)?.[0], line.replace(/^[^=]*=|["']/g, '')]))
  const os = [release.get('ID'), release.get('VERSION_ID')].filter(Boolean).join(' ')
  const clientAddress = canonicalAddress(part('connection')[0]?.split(' ')[0] ?? '')
  const date = /^\d{9,12}$/.exec(part('date')[0] ?? '')
  return {
    user: visible(user ?? uid, 100),
    uid: Number(uid),
    kernel: visible(part('kernel')[0] ?? '', 100),
    ...(os && { os: visible(os, 60) }),
    init: part('init')[0] === 'systemd' ? 'systemd' : 'other',
    ...(clientAddress !== undefined && { clientAddress }),
    ...(date && { date: Number(date[0]) }),
  }
}

export default {
  id: 'inside-session',
  needs: 'shell',
  asks: 'whom does the way in make us on the server, and what kind of machine is it?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  decides: [],
  applies: () => true,
  async run(context) {
    const before = Date.now()
    const result = await shell(context, SCRIPT)
    const between = (before + Date.now()) / 2000
    const session = readSession(result.stdout)
    if (!session) throw new Unanswered('the shell on the server did not answer our first question')
    const { date, ...rest } = session
    // Under sudo the environment is another one, so that is asked apart.
    const root = rest.uid === 0 || (await shell(context, 'id -u', [], { sudo: true })).stdout.trim() === '0'
    // `date` cuts the second's fraction off.
    const clockOffset = date === undefined ? 0 : Math.round(date + 0.5 - between)
    return { ...rest, root, roundTrip: result.seconds, clockOffset }
  },
} satisfies Probe<'inside-session'>
