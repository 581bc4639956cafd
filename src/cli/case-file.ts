import { closeSync, openSync, readSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { visible } from '../core/visible.ts'
import { fromSchema1 } from '../core/older-case.ts'
import { CASE_SCHEMA } from '../core/types.ts'
import type { Case } from '../core/types.ts'
import { redact } from '../report/redact.ts'
import { reasonOf } from './reason.ts'

/** Nobody's case is larger; a file that is was not written by us. */
const LARGEST = 64 * 1024 * 1024

/** A sentence for the user; the state things are in is part of it. */
export class CaseFileError extends Error {
  override name = 'CaseFileError'
}

/**
 * Writes the case whole or not at all (a temporary file beside it, then a rename), readable by its owner only.
 * @throws CaseFileError
 */
export function saveCase(file: string, case_: Case): void {
  const text = JSON.stringify(redact(case_).value, null, 1) + '\n'
  let temporary: string | undefined
  try {
    const place = placeOf(file)
    // A device or a pipe is written to; renaming a file over /dev/null would take it away from everybody.
    if (!place.replaceable) return writeFileSync(place.path, text, { flag: 'a' })
    temporary = `${place.path}.${process.pid}.part`
    writeFileSync(temporary, text, { mode: 0o600, flag: 'wx' })
    renameSync(temporary, place.path)
  } catch (error) {
    if (temporary !== undefined && (error as NodeJS.ErrnoException).code !== 'EEXIST')
      rmSync(temporary, { force: true })
    const told = `the case could not be saved to ${file}: ${reasonOf(error)}.`
    throw new CaseFileError(`${told} No half file was left there; the diagnosis above stands.`)
  }
}

/** Names for what somebody has open already, such as the result's own file. */
const OPENED = /^\/(?:dev\/(?:fd\/|std(?:in|out|err)$)|proc\/)/

/** Where a name really leads, and whether a file may stand there in place of what is there now. */
function placeOf(file: string): { path: string; replaceable: boolean } {
  if (OPENED.test(file)) return { path: file, replaceable: false }
  try {
    const path = realpathSync(file)
    const found = statSync(path)
    if (found.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    return { path, replaceable: found.isFile() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { path: file, replaceable: true }
  }
}

/**
 * Reads a saved case and checks that it is one of ours and whole.
 * @throws CaseFileError
 */
export async function readCase(file: string): Promise<Case> {
  const named = visible(file, 200)
  const text = readText(file, named)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new CaseFileError(`${named} ${notJson(text)}`)
  }
  value = fromSchema1(value)
  const problem = await flaw(value)
  if (problem) throw new CaseFileError(`${named} is not a saved case of sshmedic: ${problem}.`)
  return value as Case
}

/** Where stdin is a socket, it cannot be opened once more by its name. */
const STDIN = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'])

/** A device may never end, so it is read piece by piece and not beyond the largest. */
function readText(file: string, named: string): string {
  const pieces: Buffer[] = []
  let size = 0
  try {
    const fd = STDIN.has(file) ? 0 : openSync(file, 'r')
    try {
      for (;;) {
        const piece = Buffer.allocUnsafe(1024 * 1024)
        const got = readPiece(fd, piece)
        if (got === 0) break
        size += got
        if (size > LARGEST) throw new CaseFileError(`${named} is too large to be a saved case.`)
        pieces.push(piece.subarray(0, got))
      }
    } finally {
      if (fd !== 0) closeSync(fd)
    }
  } catch (error) {
    if (error instanceof CaseFileError) throw error
    throw new CaseFileError(`${named} cannot be read: ${reasonOf(error)}.`)
  }
  // Editors and shells of Windows put a byte order mark in front.
  return Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
}

function readPiece(fd: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(fd, piece)
    } catch (error) {
      // Windows says so at the end of a pipe.
      if ((error as NodeJS.ErrnoException).code === 'EOF') return 0
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      // Somebody else made this pipe non-blocking, and its writer has nothing yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

function notJson(text: string): string {
  if (text.trim() === '') return 'is empty: it holds no saved case.'
  const begun = /^\s*\{\s*"schema"/.test(text)
  if (begun) return 'is cut off or damaged: it begins like a saved case and is not whole. Save it again.'
  return 'is not a saved case: it is not JSON.'
}

async function flaw(value: unknown): Promise<string | undefined> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const { kind, schema } = isObject ? (value as Record<string, unknown>) : {}
  if (kind !== 'sshmedic-case') {
    return 'it lacks "kind": "sshmedic-case" (was it written with --json instead of --save?)'
  }
  if (schema !== CASE_SCHEMA) {
    return `its schema is ${visible(JSON.stringify(schema) ?? 'missing', 40)} and this version reads 1 to ${CASE_SCHEMA}`
  }
  // Loaded when a file is read: a live diagnosis needs no validator.
  const { misfit } = await import('./shape.ts')
  const wrong = misfit(value)
  return wrong && `${wrong.where === '' ? 'it' : `its "${visible(wrong.where, 80)}"`} ${wrong.why}`
}
