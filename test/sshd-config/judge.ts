import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Release } from '../../lab/hosts/release.ts'
import { ensureRoot } from '../../lab/hosts/root.ts'
import type { Connection } from '../../src/sshd-config/types.ts'

/** A configuration to ask sshd about. Paths are those under /etc/ssh: `sshd_config`, `sshd_config.d/10-a.conf`, `extra/…`. */
export interface JudgedCase {
  files: Readonly<Record<string, string>>
  connection?: Connection
}

export interface Judgement {
  status: number
  out: string
  err: string
  /** Lower-case keyword → values, as printed. */
  effective: Record<string, string[]>
}

const HERE = import.meta.dirname

/** What the real sshd of a release says to each of many configurations; one chroot on a scratch layer for all of them. */
export async function judge(release: Release, cases: readonly JudgedCase[]): Promise<Judgement[]> {
  const root = await ensureRoot(release)
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-judge-'))
  try {
    for (const [n, { files, connection }] of cases.entries()) {
      const at = join(folder, 'cases', String(n))
      for (const [path, text] of Object.entries({ 'sshd_config.d/.keep': '', 'extra/.keep': '', ...files })) {
        mkdirSync(dirname(join(at, path)), { recursive: true })
        writeFileSync(join(at, path), text)
      }
      const spec = connection ? connectionSpec(connection) : ''
      writeFileSync(join(at, 'args'), spec === '' ? '' : `-C\n${spec}\n`)
    }
    copyFileSync(join(HERE, 'judge.pl'), join(folder, 'judge.pl'))
    const script = `
      set -eu
      mount -t tmpfs tmpfs /mnt
      mkdir /mnt/upper /mnt/work /mnt/root
      mount -t overlay overlay -o "lowerdir=$root,upperdir=/mnt/upper,workdir=/mnt/work" /mnt/root
      mount -t tmpfs tmpfs /mnt/root/run
      mkdir -p /mnt/root/run/sshd /mnt/root/cases
      rm -rf /mnt/root/etc/ssh/sshd_config /mnt/root/etc/ssh/sshd_config.d
      for name in sshd_config sshd_config.d extra; do ln -s "/cases/current/$name" "/mnt/root/etc/ssh/$name"; done
      cp "$folder/judge.pl" /mnt/root/judge.pl
      mount --bind "$folder/cases" /mnt/root/cases
      exec chroot /mnt/root /usr/bin/perl /judge.pl "$count"`
    const output = await new Promise<Buffer>((resolve, reject) => {
      execFile(
        'unshare',
        ['-m', 'sh', '-c', script],
        {
          env: { PATH: process.env['PATH'], root, folder, count: String(cases.length) },
          encoding: 'buffer',
          maxBuffer: 1 << 30,
          timeout: 600_000,
        },
        (error, stdout, stderr) => (error ? reject(new Error(`judge: ${error.message}\n${stderr}`)) : resolve(stdout)),
      )
    })
    return parse(output)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function connectionSpec({ user, host, address, localAddress, localPort, rdomain, invalidUser }: Connection): string {
  const parts = { user, host, addr: address, laddr: localAddress, lport: localPort, rdomain }
  const spec = Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
  return [...spec, ...(invalidUser ? ['invalid-user'] : [])].join(',')
}

function parse(output: Buffer): Judgement[] {
  const judged: Judgement[] = []
  let at = 0
  while (at < output.length) {
    const end = output.indexOf(10, at)
    const [, , status, out, err] = output.toString('latin1', at, end).split(' ')
    at = end + 1
    const text = output.toString('utf8', at, at + Number(out))
    at += Number(out)
    const complaint = output.toString('utf8', at, at + Number(err))
    at += Number(err)
    judged.push({ status: Number(status), out: text, err: complaint, effective: readDump(text) })
  }
  return judged
}

/** `sshd -T` as a map. */
export function readDump(text: string): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ')
    const keyword = space < 0 ? line : line.slice(0, space)
    if (keyword !== '') (values[keyword] ??= []).push(space < 0 ? '' : line.slice(space + 1))
  }
  return values
}
