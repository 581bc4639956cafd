import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readProcessLimit } from './process-limit.ts'

const own = (lines: string, tasks = 2, uid = 1000) =>
  readProcessLimit(
    `@system\nloadavg 0.1 0.1 0.1 1/200 999\nuptime 100\n@limits\n32768\n@user\n${uid}\nalice dev\n${tasks}\n@nproc\n${lines}\n`,
    uid,
    'alice',
  )?.groups

test("the user's own limit of processes is read as pam_limits does: one's own line, then a group's, then everybody's", () => {
  const cases: [string, number | undefined][] = [
    ['alice hard nproc 0', 0],
    ['* hard nproc 4000\nalice - nproc 30\n* - nproc 5', 30],
    ['@dev soft nproc 10\n@dev hard nproc 20', 10],
    ['@ops hard nproc 1\nbob - nproc 1', undefined],
    ['alice hard nproc unlimited\n* hard nproc 7', undefined],
    ['alice soft nproc 50\n@dev hard nproc 40', 40],
    ['alice hard nofile 9', undefined],
  ]
  for (const [lines, max] of cases)
    assert.deepEqual(own(lines), max === undefined ? [] : [{ of: 'user', path: 'alice', current: 2, max }], lines)
  assert.deepEqual(own('* hard nproc 3', 90, 0), [], 'root has none')
})
