import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import type { Access } from '../../core/access.ts'
import { effectiveConfig } from '../../sshd-config/effective.ts'
import type { ConfigQuestion } from '../../sshd-config/effective.ts'
import { globPaths } from '../../sshd-config/glob.ts'
import type { ConfigFiles } from '../../sshd-config/files.ts'
import { Snapshot } from '../../sshd-config/snapshot.ts'
import type { Found, Missing } from '../../sshd-config/snapshot.ts'
import type { EffectiveConfig } from '../../sshd-config/types.ts'
import { underRoot } from './under-root.ts'

/** No sshd_config is larger; what stands there instead is not read into memory. */
export const MOST_BYTES = 4 * 1024 * 1024

/** Files of this machine, every path under `root`, links too, as `chroot` would see them. */
export function localFiles(root = '/'): ConfigFiles {
  const at = <T>(path: string, read: (real: string) => T): T | undefined => {
    try {
      const real = root === '/' ? path : underRoot(root, path)
      return real === undefined ? undefined : read(real)
    } catch {
      return undefined
    }
  }
  const pipes = new Map<string, string>()
  const readFile = (path: string) =>
    at(path, (real) => {
      const stat = statSync(real)
      // A folder opens and reads as nothing, as with fopen.
      if (stat.isDirectory() || real === '/dev/null') return ''
      if (stat.isFile()) return stat.size > MOST_BYTES ? undefined : readFileSync(real, 'utf8')
      // `<(…)` of a shell can be read once, and we read twice; any other pipe would keep us waiting.
      if (!/^\/(?:dev|proc\/self)\/fd\//.test(real)) return undefined
      if (!pipes.has(real)) pipes.set(real, readBeginning(real))
      return pipes.get(real)
    })
  return {
    readFile,
    glob: (pattern) =>
      globPaths(pattern, {
        list: (folder) => at(folder, (real) => readdirSync(real)),
        exists: (path) => {
          try {
            return underRoot(root, path, 'kept') !== undefined
          } catch {
            return false
          }
        },
      }),
  }
}

/** The bytes of a pipe up to one more than is read of a configuration, so that it is seen to be too large. */
function readBeginning(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(MOST_BYTES + 1)
    let length = 0
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null)
    return bytes.toString('utf8', 0, length)
  } finally {
    closeSync(file)
  }
}

/**
 * $@: `r:PATH` reads a file, `l:PATH` lists a folder, `e:PATH` sees whether something is there. One line for each: `r` and the bytes
 * in hexadecimal, `l` and the names with a slash behind each, in hexadecimal as one, `e`; `-` where it is not. Shells do not
 * agree with glob(3) nor with one another, so that patterns are matched on our side. Needs od and tr alone.
 */
const SCRIPT = `
LC_ALL=C; export LC_ALL; IFS=
hex() { od -An -v -tx1 | tr -d ' \\n'; }
for q in "$@"; do
  p=\${q#?:}
  case $q in
  r:*) if [ -d "$p" ]; then echo r; elif [ -r "$p" ]; then printf 'r '; head -c ${MOST_BYTES} < "$p" | hex; echo; else echo -; fi ;;
  l:*) if [ -d "$p/." ]; then printf 'l '; for f in "$p"/* "$p"/.*; do { [ -e "$f" ] || [ -L "$f" ]; } && printf '%s/' "\${f##*/}"; done | hex; echo; else echo -; fi ;;
  e:*) if [ -e "$p" ] || [ -L "$p" ]; then echo e; else echo -; fi ;;
  esac
done`

const ASK = { files: 'r', folders: 'l', paths: 'e' } as const

/** Rounds until no Include asks for more: depth of Includes and one, and some more for luck. */
const MOST_ROUNDS = 20

/**
 * Reads a configuration and everything it includes through a way in, one command a level of Include, and says what it
 * means. `unread`: the main file could not be read, in one sentence.
 */
export async function remoteConfig(
  access: Access,
  question: Omit<ConfigQuestion, 'files'>,
): Promise<{ config: EffectiveConfig; files: ConfigFiles } | { unread: string }> {
  const found: Found = { files: new Map(), folders: new Map(), paths: new Map() }
  let missing: Missing = { files: [question.main], folders: [], paths: [] }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const asked = (['files', 'folders', 'paths'] as const).flatMap((kind) =>
      missing[kind].map((path) => ({ kind, path })),
    )
    const words = asked.map(({ kind, path }) => `${ASK[kind]}:${path}`)
    const ran = await access.exec(['sh', '-c', SCRIPT, 'sh', ...words], {
      sudo: true,
      maxBytes: 4 * MOST_BYTES,
      timeoutMs: 60_000,
    })
    if (ran.lost !== undefined) return { unread: ran.lost }
    if (ran.timedOut) return { unread: `${access.via} did not answer within a minute.` }
    const lines = ran.stdout.split('\n')
    for (const [i, { kind, path }] of asked.entries()) {
      const [there, hex] = (lines[i] ?? '-').split(' ')
      const text = there === ASK[kind] ? fromHex(hex ?? '') : undefined
      if (kind === 'files') found.files.set(path, text)
      else if (kind === 'paths') found.paths.set(path, text !== undefined)
      else
        found.folders.set(
          path,
          text?.split('/').filter((name) => !/^\.{0,2}$/.test(name)),
        )
    }
    const files = new Snapshot(found)
    const config = effectiveConfig({ ...question, files })
    if (found.files.get(question.main) === undefined) {
      return {
        unread: `${question.main} could not be read on ${access.via}${access.root ? '' : ' (we are not root there)'}.`,
      }
    }
    if (Buffer.byteLength(found.files.get(question.main)!) >= MOST_BYTES) {
      const size = `files of up to ${MOST_BYTES / 2 ** 20} MiB are read`
      return { unread: `${question.main} on ${access.via} is too large to be sshd's configuration: ${size}.` }
    }
    if (files.complete) return { config, files }
    missing = files.missing
  }
  const files = new Snapshot(found)
  return { config: effectiveConfig({ ...question, files }), files }
}

function fromHex(hex: string): string {
  return Buffer.from(hex, 'hex').toString('utf8')
}
