import type { Machine } from '../hosts/machine.ts'

/**
 * Gives sshd and everybody who logs in a clock that is wrong by so many seconds (libfaketime); all machines share one kernel, and with it one
 * clock. What root does by sudo and the journal keep the right time.
 */
export async function setClock(machine: Machine, seconds: number): Promise<void> {
  await machine.must(`
    printf 'LD_PRELOAD=%s\\nFAKETIME=%s\\nDONT_FAKE_MONOTONIC=1\\n' \
      /usr/lib/*/faketime/libfaketime.so.1 ${seconds < 0 ? seconds : `+${seconds}`} >> /etc/environment
    mkdir -p /etc/systemd/system/ssh.service.d
    printf '[Service]\\nEnvironmentFile=/etc/environment\\n' > /etc/systemd/system/ssh.service.d/clock.conf
    systemctl daemon-reload; systemctl restart ssh.service`)
}
