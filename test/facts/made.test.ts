import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { test } from 'node:test'
import { madeFromFacts } from '../../lab/facts.ts'

const ROOT = resolve(import.meta.dirname, '../..')

test('registry, titles and the schema of a case are those of the declared facts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-facts-'))
  const config = join(ROOT, '.oxfmtrc.json')
  try {
    for (const [path, text] of Object.entries(await madeFromFacts())) {
      const file = join(folder, basename(path))
      writeFileSync(file, text)
      const formatted = spawnSync('oxfmt', ['-c', config, file], { encoding: 'utf8' })
      assert.equal(formatted.status, 0, formatted.stderr)
      const committed = readFileSync(join(ROOT, path), 'utf8')
      assert.ok(readFileSync(file, 'utf8') === committed, `${path} is stale. Do this: npm run facts`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
