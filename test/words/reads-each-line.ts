import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry } from '../../src/words/entry.ts'
import { readLine } from '../../src/words/line.ts'
import type { Speaker } from '../../src/words/speakers.ts'
import { behindFront } from '../../src/words/tag-stamp.ts'
import { SERVER_ENTRIES } from './server-entries.ts'

/** The id of each entry with a line as its program prints it, or as its own log file has it, with its time. */
export type RealLines = readonly (readonly [id: string, line: string])[]

/** Under whose name a speaker prints that is no program of its own, or has another name. */
const TAG: Partial<Record<Speaker, string>> = {
  pam: 'sshd',
  logind: 'systemd-logind',
  selinux: 'audit',
  apparmor: 'kernel',
  'windows-sshd': 'sshd.exe',
  'tcp-wrappers': 'sshd',
  'log-daemon': 'rsyslogd',
  'google-guest': 'google_guest_agent',
}

/** Tests of one file of entries. Lines are from the program's source, its documents or public logs, with names and addresses replaced. */
export function readsEachLine(entries: readonly Entry[], lines: RealLines): void {
  test('every entry has a real line', () => {
    const told = new Set(lines.map(([id]) => id))
    assert.deepEqual(
      entries.map(({ id }) => id).filter((id) => !told.has(id)),
      [],
    )
  })

  test('every line is read by its entry, and by no other that may be meant', () => {
    for (const [id, line] of lines) {
      const { by } = entries.find((entry) => entry.id === id)!
      assert.deepEqual(
        SERVER_ENTRIES.filter((one) => (one.by === by || !one.tagged) && one.words.test(behindFront(line).text)).map(
          (one) => one.id,
        ),
        [id],
        line,
      )
    }
  })

  test('every line is read so behind the name of its program', () => {
    for (const [id, line] of lines) {
      const by = entries.find((entry) => entry.id === id)!.by
      const reading = readLine(
        behindFront(line).stamped ? line : `Aug 26 14:02:11 node1 ${TAG[by] ?? by}[812]: ${line}`,
      )
      assert.deepEqual({ id: reading.ids[0], by: reading.by }, { id, by }, line)
    }
  })
}
