// A list that is emptied, as a client meets it: sshd -T shows the default, the key exchange does not.
import { deepEqual, match } from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { ensureRoot } from '../../lab/hosts/root.ts'

const skip = await skipUnlessHosts()

/** One chroot in a network of its own; for each configuration sshd is started, asked by the ssh beside it, and ended. */
const SCRIPT = `
  set -eu
  ip link set lo up
  mount -t tmpfs tmpfs /mnt
  mkdir /mnt/upper /mnt/work /mnt/root
  mount -t overlay overlay -o "lowerdir=$root,upperdir=/mnt/upper,workdir=/mnt/work" /mnt/root
  mount -t tmpfs tmpfs /mnt/root/run
  mkdir /mnt/root/run/sshd
  mount --bind /dev /mnt/root/dev
  port=2300
  for line in "MACs -*" "Ciphers -*" "KexAlgorithms -*" "HostKeyAlgorithms -*"; do
    port=$((port+1))
    printf 'Port %s\\nPidFile /run/%s.pid\\n%s\\n' $port $port "$line" > /mnt/root/etc/ssh/one
    chroot /mnt/root /usr/sbin/sshd -f /etc/ssh/one
    while [ ! -s /mnt/root/run/$port.pid ]; do sleep 0.1; done
    for cipher in aes128-ctr chacha20-poly1305@openssh.com; do
      echo "= $line $cipher"
      timeout 10 chroot /mnt/root ssh -F /dev/null -c $cipher -o BatchMode=yes -o StrictHostKeyChecking=no \\
        -o UserKnownHostsFile=/dev/null -p $port nobody@127.0.0.1 true 2>&1 | grep -v '^Warning' || true
    done
    kill "$(cat /mnt/root/run/$port.pid)"
  done`

test('what is emptied is not offered, whatever sshd -T prints', { skip }, async () => {
  const root = await ensureRoot('bookworm')
  const out = await new Promise<string>((resolve, reject) => {
    const env = { PATH: process.env['PATH'], root }
    execFile('unshare', ['-mnpf', 'sh', '-c', SCRIPT], { env, timeout: 120_000 }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(stdout),
    )
  })
  const said = new Map(
    out
      .split(/^= /m)
      .slice(1)
      .map((part) => [part.split('\n', 1)[0]!, part.slice(part.indexOf('\n') + 1)]),
  )
  const ends: Readonly<Record<string, RegExp>> = {
    'MACs -* aes128-ctr': /no matching MAC found\. Their offer: *$/m,
    'MACs -* chacha20-poly1305@openssh.com': /Permission denied/,
    'Ciphers -* aes128-ctr': /no matching cipher found\. Their offer: *$/m,
    'KexAlgorithms -* aes128-ctr': /no matching key exchange method found/,
    'HostKeyAlgorithms -* aes128-ctr': /Connection (?:reset|closed)/,
  }
  for (const [asked, end] of Object.entries(ends)) match(said.get(asked) ?? '', end, asked)
  deepEqual(said.size, 8)
})
