import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { SCHEMA } from '../core/types.ts'
import type { Case } from '../core/types.ts'
import { redact } from '../report/redact.ts'

/** Nobody's case is larger; a file that is was not written by us. */
const LARGEST = 64 * 1024 * 1024

/** A sentence for the user; the state things are in is part of it. */
export class CaseFileError extends Error {
  override name = 'CaseFileError'
}

const reason = (error: unknown): string => {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file or folder'
    case 'EACCES':
    case 'EPERM':
      return 'you may not'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full'
    case 'EISDIR':
      return 'it is a folder'
    case 'EROFS':
      return 'the file system is read-only'
    default:
      return (error as NodeJS.ErrnoException).code ?? 'unknown error'
  }
}

/**
 * Writes the case whole or not at all (a temporary file beside it, then a rename), readable by its owner only.
 * @throws CaseFileError
 */
export function saveCase(file: string, case_: Case): void {
  const text = JSON.stringify(redact(case_).value, null, 1) + '\n'
  const temporary = `${file}.${process.pid}.part`
  try {
    if (file === '/dev/stdout' || file === '/dev/full' || file.startsWith('/dev/fd/')) return writeFileSync(file, text)
    writeFileSync(temporary, text, { mode: 0o600 })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new CaseFileError(`the case could not be saved to ${file}: ${reason(error)}. Nothing was left there; the diagnosis above stands.`)
  }
}

/**
 * Reads a saved case and checks that it is one of ours and whole.
 * @throws CaseFileError
 */
export function readCase(file: string): Case {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new CaseFileError(`${file} cannot be read: ${reason(error)}.`)
  }
  if (text.length > LARGEST) throw new CaseFileError(`${file} is too large to be a saved case.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const cut = text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}')
    throw new CaseFileError(cut ? `${file} is cut off: it begins like a saved case and does not end. Save it again.` : `${file} is not a saved case: it is not JSON.`)
  }
  const problem = flaw(value)
  if (problem) throw new CaseFileError(`${file} is not a saved case of sshmedic: ${problem}.`)
  return value as Case
}

function flaw(value: unknown): string | undefined {
  const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)
  if (!isObject(value) || value.kind !== 'sshmedic-case') return 'it lacks "kind": "sshmedic-case" (was it written with --json instead of --save?)'
  if (value.schema !== SCHEMA) return `its schema is ${JSON.stringify(value.schema)} and this version reads ${SCHEMA}`
  const { target, facts, spent } = value
  if (!isObject(target) || typeof target.host !== 'string' || typeof target.port !== 'number' || !Array.isArray(target.ssh)) return 'its target is incomplete'
  if (!isObject(facts)) return 'it has no facts'
  for (const [id, fact] of Object.entries(facts)) if (!isObject(fact) || !('value' in fact || typeof fact.missing === 'string')) return `its fact "${id}" is incomplete`
  if (!isObject(spent) || typeof spent.connections !== 'number' || typeof spent.seconds !== 'number') return 'it does not say what was spent'
  return undefined
}
