import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { LISTENER, listenerPid } from '../sshd/listening-process.ts'
import { sections } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/** $1 the listener's pid. A shell reads byte by byte, and files of /proc/sys give one byte and no second: hence `cat`. */
const SCRIPT = `
${LISTENER}
if [ -n "$L" ]; then
  echo @limits; { while read -r l; do case $l in 'Max open files'*) echo "$l" ;; esac; done < /proc/$L/limits; } 2>/dev/null
  echo @open
  set -- /proc/$L/fd/*
  [ -L "$1" ] && echo $#
fi
echo @system; cat /proc/sys/fs/file-nr
`

/** What the script printed; undefined where the kernel does not say how many files are open. */
export function readDescriptors(text: string): Facts['descriptors'] | undefined {
  const part = sections(text)
  const [used, , max] = (part('system')[0] ?? '').split(/\s+/).map(Number)
  if (used === undefined || max === undefined || !Number.isFinite(used) || !(max > 0)) return undefined
  const limit = /^Max open files +(\d{1,15}|unlimited)/.exec(part('limits')[0] ?? '')?.[1]
  const open = part('open')[0]
  // Only root sees what another's process has open.
  if (limit === undefined || open === undefined || !/^\d{1,9}$/.test(open)) return { used, max }
  return { used, max, listener: { open: Number(open), limit: limit === 'unlimited' ? max : Number(limit) } }
}

export default {
  id: 'descriptors',
  needs: 'shell',
  asks: 'are file descriptors left for a new connection?',
  cost: { seconds: 0.1, connections: 0, load: 0.01 },
  applies: () => true,
  async run(context) {
    const { stdout } = await shell(context, SCRIPT, [listenerPid(context)], { sudo: true })
    const value = readDescriptors(stdout)
    if (!value) throw new Unanswered('absent', 'the server does not say how many files are open')
    return value
  },
} satisfies Probe<'descriptors'>
