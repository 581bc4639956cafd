import { createReadStream, existsSync, statSync } from 'node:fs'
import { reasonOf } from '../../reason.ts'

export interface LineSource {
  /** As a person calls it: a file's name, `standard input`, `pasted text`. */
  from: string
  bytes: AsyncIterable<Uint8Array>
}

/** No name is as long: a pasted log is not asked for on the disk. */
const LONGEST_NAME = 4096
/** Read at a time. */
const CHUNK = 1 << 16

/**
 * What is to be read: one word that names a file is that file, several words are the text itself, and without a word it is standard
 * input. A single word that names no file is more often a mistyped name than a text.
 * @returns undefined where nothing was given and a person sits at standard input
 */
export function lineSource(text: string | undefined): LineSource | { failed: string } | undefined {
  if (text === undefined || text === '-') return text === undefined && process.stdin.isTTY ? undefined : stdin()
  const known = fileOf(text)
  if (known !== undefined) return known
  if (areFiles(text)) return { failed: `one file at a time; cat ${text} | sshmedic explain --lines reads them as one.` }
  return /\s/.test(text.trim()) ? words(text) : { failed: `${text} cannot be read: there is no such file.` }
}

const areFiles = (text: string): boolean =>
  text.length < LONGEST_NAME && text.includes(' ') && text.split(' ').every((name) => existsSync(name))

const stdin = (): LineSource => ({ from: 'standard input', bytes: process.stdin })

const words = (text: string): LineSource => ({ from: 'pasted text', bytes: once(Buffer.from(text)) })

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function fileOf(name: string): LineSource | { failed: string } | undefined {
  if (name.length > LONGEST_NAME || /[\n\0]/.test(name)) return undefined
  try {
    if (statSync(name).isDirectory()) return { failed: `${name} cannot be read: it is a folder.` }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined
    return { failed: `${name} cannot be read: ${reasonOf(error)}.` }
  }
  return { from: name, bytes: createReadStream(name, { highWaterMark: CHUNK }) }
}
