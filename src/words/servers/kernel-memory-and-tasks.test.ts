import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './kernel-memory-and-tasks.ts'

readsEachLine(ENTRIES, [
  [
    'kernel-oom-killed',
    'Out of memory: Killed process 2473 (java) total-vm:8233120kB, anon-rss:3120440kB, file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:6700kB oom_score_adj:0',
  ],
  [
    'kernel-oom-killed',
    'Memory cgroup out of memory: Killed process 1187 (sshd) total-vm:15420kB, anon-rss:1024kB, file-rss:4096kB, shmem-rss:0kB, UID:0 pgtables:72kB oom_score_adj:0',
  ],
  ['kernel-oom-killed-older', 'Killed process 2473 (java) total-vm:8233120kB, anon-rss:3120440kB, file-rss:0kB'],
  [
    'kernel-oom-invoked',
    'sshd invoked oom-killer: gfp_mask=0x1100cca(GFP_HIGHUSER_MOVABLE), order=0, oom_score_adj=-1000',
  ],
  [
    'kernel-oom-summary',
    'oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/user.slice,task=java,pid=2473,uid=1000',
  ],
  ['kernel-oom-reaped', 'oom_reaper: reaped process 2473 (java), now anon-rss:0kB, file-rss:0kB, shmem-rss:0kB'],
  ['kernel-oom-nothing-to-kill', 'Out of memory and no killable processes...'],
  [
    'kernel-page-allocation-failure',
    'sshd: page allocation failure: order:0, mode:0x40820(GFP_ATOMIC|__GFP_COMP), nodemask=(null)',
  ],
  ['kernel-hung-task', 'INFO: task sshd:2210 blocked for more than 120 seconds.'],
  ['kernel-hung-task-hint', '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.'],
  ['kernel-soft-lockup', 'watchdog: BUG: soft lockup - CPU#1 stuck for 22s! [kworker/1:2:881]'],
  ['kernel-hard-lockup', 'NMI watchdog: Watchdog detected hard LOCKUP on cpu 3'],
  ['kernel-rcu-stall', 'rcu: INFO: rcu_sched self-detected stall on CPU'],
  ['kernel-panic', 'Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)'],
  ['kernel-pids-limit', 'cgroup: fork rejected by pids controller in /system.slice/ssh.service'],
  ['kernel-file-max', 'VFS: file-max limit 65536 reached'],
  [
    'kernel-sshd-segfault',
    'sshd[31987]: segfault at 0 ip 00007f0a1c2b3d45 sp 00007ffd1c2b3d40 error 4 in libcrypto.so.3[7f0a1c000000+2a0000]',
  ],
  [
    'kernel-other-segfault',
    'java[2473]: segfault at 10 ip 00007f0a1c2b3d45 sp 00007ffd1c2b3d40 error 4 in libjvm.so[7f0a1c000000+c2a000]',
  ],
  [
    'kernel-named-segfault',
    'segfault at 0 ip 00007f0a1c2b3d45 sp 00007ffd1c2b3d40 error 4 in libcrypto.so.3[7f0a1c000000+2a0000]',
  ],
  [
    'kernel-sshd-trap',
    'traps: sshd[31987] trap invalid opcode ip:7f0a1c2b3d45 sp:7ffd1c2b3d40 error:0 in libcrypto.so.3[7f0a1c000000+2a0000]',
  ],
  ['kernel-urandom-uninitialised', 'random: sshd: uninitialized urandom read (32 bytes read)'],
  ['kernel-crng-ready', 'random: crng init done'],
])
