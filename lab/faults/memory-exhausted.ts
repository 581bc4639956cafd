// The machine has little memory and one program wants all of it; the kernel kills, systemd starts it again.
import { readFileSync } from 'node:fs'
import { groupFolder, setControl } from '../hosts/cgroups.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

const LEAK = `systemd-run --quiet --unit=leak -p Restart=always -p RestartSec=1 \\
  perl -e 'my @a; for (1 .. 400) { push @a, "x" x (1 << 20); select undef, undef, undef, 0.02 } sleep 600'`

/** The kernel kills processes for want of memory. */
export const memoryExhausted = {
  id: 'memory-exhausted',
  releases: DEFAULT_RELEASES,
  variants: ['leak'],
  verdict: 'degraded',
  fromOutside: { not: 'the memory is that of the whole host; the golden case has what outside sees of it' },
  fromWithin: { way: 'kept' },
  async break({ machine, client, id, random }) {
    setControl(id, 'memory', 'memory.limit_in_bytes', (80 + Math.floor(random() * 60)) << 20)
    await machine.must(LEAK)
    const kills = () => readFileSync(`${groupFolder(id, 'memory')}/memory.oom_control`, 'utf8')
    for (let tries = 0; !/oom_kill [1-9]/.test(kills()); tries++) {
      if (tries > 300) throw new Error('the kernel killed nobody for want of memory')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
