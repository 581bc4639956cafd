import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything of a lab is named after its id; this is what remains on disk to find the owner of a leftover. */
export interface LabRecord {
  id: string
  owner: ProcessMark
}

/** A process, told from a later one that got the same number by the moment it started. */
export interface ProcessMark {
  pid: number
  startTicks: string
}

/** Where the records of running labs are; a scratch folder of the same name without `.json` belongs to each. */
export const RECORDS = '/run/sshmedic'

/** The folder (a tmpfs of its own) that holds a lab's overlay, homes and logs. */
export function scratchFolder(id: string): string {
  return join(RECORDS, id)
}

/** Marks the lab as owned by this process; done before anything else of it exists. */
export function writeRecord(id: string): void {
  mkdirSync(RECORDS, { recursive: true })
  const record: LabRecord = { id, owner: { pid: process.pid, startTicks: startTicks(process.pid) ?? '' } }
  const path = join(RECORDS, `${id}.json`)
  writeFileSync(`${path}.new`, JSON.stringify(record))
  renameSync(`${path}.new`, path)
}

/** Forgets a lab; done after everything else of it is gone. */
export function removeRecord(id: string): void {
  rmSync(join(RECORDS, `${id}.json`), { force: true })
}

/** All labs recorded on this computer, live or dead. */
export function readRecords(): LabRecord[] {
  let names: string[]
  try {
    names = readdirSync(RECORDS)
  } catch {
    return []
  }
  return names.filter((name) => /^sm[a-z0-9]{6}\.json$/.test(name)).flatMap((name) => readRecord(join(RECORDS, name)))
}

function readRecord(path: string): LabRecord[] {
  try {
    return [JSON.parse(readFileSync(path, 'utf8')) as LabRecord]
  } catch {
    // Its owner removed it between the listing and the reading.
    return []
  }
}

/** Whether the process that made the lab still runs. */
export function ownerLives(record: LabRecord): boolean {
  return startTicks(record.owner.pid) === record.owner.startTicks
}

function startTicks(pid: number): string | undefined {
  try {
    // The name in parentheses may contain spaces, so count fields after the last one; starttime is field 22.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
