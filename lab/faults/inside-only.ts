// Broken machines whose cause only somebody on them can name: from outside they look like others, or like nothing at all.
import { readFileSync } from 'node:fs'
import { groupFolder, setControl } from '../hosts/cgroups.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault, FaultLab } from '../types.ts'

const FULL: Record<string, string> = {
  'var-log':
    'mount -t tmpfs -o size=1m full /var/log && { dd if=/dev/zero of=/var/log/debug.1 bs=64k 2>/dev/null || true; }',
  home: 'tar -C /home -cf /tmp/home.tar . && mount -t tmpfs -o size=1m full /home && tar -C /home -xf /tmp/home.tar && { dd if=/dev/zero of=/home/core bs=64k 2>/dev/null || true; }',
  inodes:
    'mount -t tmpfs -o nr_inodes=40 full /var/tmp && { touch $(seq -f /var/tmp/sess_%g 60) 2>/dev/null || true; }',
}

/** A full disk lets everybody in (openssh.md 4.4 #68); what has to write fails. */
const diskFull = {
  id: 'disk-full',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(FULL),
  verdict: 'degraded',
  async break({ machine, client }, variant) {
    await machine.must(FULL[variant]!)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault

const JAIL = `[DEFAULT]
backend = systemd
banaction = nftables
[sshd]
enabled = true
bantime = 1h
`

/** fail2ban itself, with Debian's own filter and action. */
const bannedByFail2ban = {
  id: 'source-banned',
  releases: DEFAULT_RELEASES,
  variants: ['fail2ban'],
  verdict: 'unreachable',
  async break({ machine, client }: FaultLab) {
    await machine.must('cat > /etc/fail2ban/jail.d/zz-test.local && systemctl start fail2ban.service', { stdin: JAIL })
    await machine.must(
      `until fail2ban-client ping >/dev/null 2>&1; do sleep 0.2; done
       until fail2ban-client status sshd >/dev/null 2>&1; do sleep 0.2; done
       fail2ban-client set sshd banip ${client.address}
       until nft list ruleset | grep -q ${client.address}; do sleep 0.1; done`,
      { timeoutMs: 30_000 },
    )
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault

/** ufw, set up over a second port and switched on without a rule for ssh. */
const closedByUfw = {
  id: 'packets-dropped',
  releases: DEFAULT_RELEASES,
  variants: ['ufw'],
  verdict: 'unreachable',
  async break({ machine, client }: FaultLab) {
    await machine.must('ufw allow 2222/tcp >/dev/null && ufw --force enable', { timeoutMs: 30_000 })
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault

const LEAK = `systemd-run --quiet --unit=leak -p Restart=always -p RestartSec=1 \\
  perl -e 'my @a; for (1 .. 400) { push @a, "x" x (1 << 20); select undef, undef, undef, 0.02 } sleep 600'`

/** The machine has little memory and one program wants all of it; the kernel kills, systemd starts it again. */
const memoryExhausted = {
  id: 'memory-exhausted',
  releases: DEFAULT_RELEASES,
  variants: ['leak'],
  verdict: 'degraded',
  async break({ machine, client, id, random }: FaultLab) {
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

export const insideOnly: readonly BrokenFault[] = [diskFull, memoryExhausted, bannedByFail2ban, closedByUfw]
