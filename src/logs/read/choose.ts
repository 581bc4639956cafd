import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { filePart } from './file-part.ts'
import type { FilePart } from './file-part.ts'
import { logsInFolder, LOOKED_FOR } from './folder.ts'
import { inFolderByStem } from './own-folder.ts'
import { inTimeOrder } from './rotation.ts'
import type { LogInput, LogPart, Unread } from './part.ts'

/** `reason`: why a file could not be read, as half a sentence; the caller's words for errno. */
export interface ChooseOptions {
  zone: string
  reason(error: unknown): string
  /** The last of them will be followed: it may not be there yet. */
  follow?: boolean
}

/** Files, folders and `-`, oldest first. What cannot be read is in `unread`, and the rest is read. */
export async function chooseFiles(
  names: readonly string[],
  { zone, reason, follow }: ChooseOptions,
): Promise<LogInput> {
  const unread: Unread[] = []
  const notes: string[] = []
  // What is read twice is told once.
  const tell = (one: Unread) => {
    if (!unread.some(({ name, says }) => name === one.name && says === one.says)) unread.push(one)
  }
  const files: FilePart[] = []
  const pipes: LogPart[] = []
  for (const [i, name] of names.entries()) {
    if (follow && i === names.length - 1 && name !== '-' && !existsSync(name) && existsSync(dirname(name))) {
      notes.push(`${name} was not there when we began and was waited for.`)
      pipes.push({ name, changed: Date.now(), again: false, open: () => name, path: name })
      continue
    }
    if (name === '-') {
      const { stdinPart } = await import('./stdin-part.ts')
      pipes.push(stdinPart(tell))
      continue
    }
    for (const path of await pathsOf(name, tell, reason)) {
      try {
        const part = await filePart(path, zone, tell, follow)
        if ('failed' in part) tell({ name: path, says: part.failed })
        else if (files.some(({ id }) => id === part.id))
          notes.push(`${path} is the same file as another one and was read once.`)
        else files.push(part)
      } catch (error) {
        tell({ name: path, says: reason(error) })
      }
    }
  }
  const ordered = inTimeOrder(files.map((file) => ({ ...file, first: file.first?.at, part: file })))
  const parts = [...ordered.map(({ part }) => part), ...pipes]
  return { from: fromText(parts), parts, unread, notes }
}

async function pathsOf(name: string, tell: (unread: Unread) => void, reason: (error: unknown) => string) {
  try {
    if (!(await stat(name)).isDirectory()) return [name]
    const found = logsInFolder(name)
    if (found.length === 0)
      tell({ name, says: `the folder has no log of sshd's by name (looked for ${LOOKED_FOR}); name the file` })
    return found
  } catch (error) {
    tell({ name, says: reason(error) })
    return []
  }
}

function fromText(parts: readonly LogPart[]): string {
  const last = parts.at(-1)
  if (last === undefined) return 'nothing'
  if (parts.length === 1) return last.name
  return `${last.name} and ${parts.length - 1} ${parts.length === 2 ? 'other' : 'others'}`
}

/** Where syslog puts sshd's lines, by family; the stock configuration of each writes to one of them. */
const OWN_FILES = ['/var/log/auth.log', '/var/log/secure', '/var/log/messages', '/var/log/syslog']

/** The files of this machine that have sshd's lines, rotated ones too; none where it has only a journal. */
export async function ownFiles(options: ChooseOptions): Promise<LogInput> {
  const stem = OWN_FILES.find((path) => existsSync(path))
  return chooseFiles(stem === undefined ? [] : inFolderByStem(stem), options)
}
