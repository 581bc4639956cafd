import { readFileSync, statSync } from 'node:fs'
import { visible } from '../../../core/visible.ts'
import { localFiles, MOST_BYTES } from '../../../probes/sshd/config-files.ts'
import { underRoot } from '../../../probes/sshd/under-root.ts'
import type { ConfigFiles } from '../../../sshd-config/files.ts'
import { withoutPasteMarks } from '../../../sshd-config/pasted.ts'
import { recogniseConfig } from '../../../sshd-config/recognise.ts'

/** A file that is read as sshd's configuration. */
export interface MainFile {
  files: ConfigFiles
  main: string
  text: string
  /** What a copy had put around it, as the end of "It was read without …". */
  without: readonly string[]
}

const OWN = '/etc/ssh/sshd_config'

/** A file of this disk, or of what lies under `root`; `unread`: one or two sentences why it is not read, and what to do. */
export function readMainFile(path: string, root: string | undefined, main: string): MainFile | { unread: string } {
  const files = localFiles(root ?? '/')
  const real = root === undefined ? path : underRoot(root, main)
  const shown = `${visible(main)}${root === undefined ? '' : ` under ${visible(root)}`}`
  const refused = refusal(real, shown)
  if (refused !== undefined) return { unread: refused }
  const text = files.readFile(main)
  if (text === undefined)
    return { unread: `${shown} cannot be read: there is no such file, or you may not. Nothing was read.` }
  if (text.length > MOST_BYTES) return { unread: tooLarge(shown) }
  // What stands in its own place, on this disk or another's, is read as sshd reads it, byte by byte.
  if (main === OWN) return { files, main, text, without: [] }
  if (root !== undefined) {
    const client = recogniseConfig(text).kind === 'client' ? notForSshd(text, shown) : undefined
    return client === undefined ? { files, main, text, without: [] } : { unread: client }
  }
  const pasted = withoutPasteMarks(decoded(path) ?? text)
  const other = notForSshd(pasted.text, shown)
  if (other !== undefined) return { unread: other }
  return {
    files: { ...files, readFile: (asked) => (asked === main ? pasted.text : files.readFile(asked)) },
    main,
    ...pasted,
  }
}

const tooLarge = (shown: string, size = ''): string =>
  `${shown} is too large to be sshd's configuration${size}: files of up to ${MOST_BYTES / 2 ** 20} MiB are read. Nothing was read. Is this the right file?`

function refusal(real: string | undefined, shown: string): string | undefined {
  const stat = real === undefined ? undefined : statSync(real, { throwIfNoEntry: false })
  if (stat?.isDirectory())
    return `${shown} is a folder; sshd's configuration is a file, such as ${OWN}. Nothing was read.`
  if (stat?.isFile() && stat.size > MOST_BYTES) return tooLarge(shown, ` (${Math.round(stat.size / 2 ** 20)} MiB)`)
  return undefined
}

/** UTF-16, as Windows writes "Unicode": known by its first two bytes. */
function decoded(path: string): string | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined
  const bytes = readFileSync(path)
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark !== 'fffe' && mark !== 'feff') return undefined
  return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be', { ignoreBOM: true }).decode(bytes)
}

function notForSshd(text: string, shown: string): string | undefined {
  const found = recogniseConfig(text)
  switch (found.kind) {
    case 'client':
      return (
        `${shown} is a client's configuration (ssh_config: ${found.words.join(', ')}): ssh reads it, sshd does not, and nothing is said about it. ` +
        `'ssh -G HOST' shows what ssh makes of it, and 'sshmedic HOST' why a login fails. What this verb reads is the server's file, ${OWN}: ` +
        `'sshmedic config HOST' reads it there.`
      )
    case 'empty':
      return `${shown} is empty: nothing was read. Give the file that sshd reads, such as ${OWN}.`
    case 'binary':
      return `${shown} is not a text: nothing was read. Give the file that sshd reads, such as ${OWN}.`
    case 'other':
      return `${shown} has no line of an sshd_config: nothing was read. Give the file that sshd reads, such as ${OWN}.`
    default:
      return undefined
  }
}
