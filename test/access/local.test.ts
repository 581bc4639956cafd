// The way in that is none: the machine we run on.
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openLocal } from '../../src/access/local.ts'
import { CONTRACT } from './contract.ts'

const access = await openLocal()
for (const [name, check] of Object.entries(CONTRACT)) test(name, () => check(access))

test('a folder of PATH that one may not enter hides no program: what is nowhere is not found, what may not run is refused', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-path-'))
  const path = process.env.PATH
  t.after(() => {
    process.env.PATH = path
    chmodSync(join(folder, 'shut'), 0o700)
    rmSync(folder, { recursive: true })
  })
  mkdirSync(join(folder, 'shut'), { mode: 0 })
  writeFileSync(join(folder, 'sshmedic-may-not-run'), '', { mode: 0o644 })
  process.env.PATH = `${join(folder, 'shut')}:${folder}:${path}`
  assert.equal((await access.exec(['sshmedic-has-no-such-program'])).code, 127)
  assert.equal((await access.exec(['sshmedic-may-not-run'])).code, 126)
  assert.equal((await access.exec([join(folder, 'sshmedic-may-not-run')])).code, 126)
})
