import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { removeFolder } from './remove-folder.ts'

test('a folder goes with all that is in it, whatever rights were taken from it; one that is not there is gone already', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-remove-'))
  mkdirSync(join(folder, 'a/b'), { recursive: true })
  writeFileSync(join(folder, 'a/b/file'), '')
  for (const one of ['a/b', 'a']) chmodSync(join(folder, one), one === 'a' ? 0 : 0o555)
  removeFolder(folder)
  assert.ok(!existsSync(folder))
  removeFolder(folder)
})
