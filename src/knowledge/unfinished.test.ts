import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { forEach, must } from '../../test/do-this.ts'

/** Where `npm run new` writes units. */
const FOLDERS = ['src', 'lab/faults', 'test/cases']

const ROOT = new URL('../../', import.meta.url).pathname

test('no unit is left as `npm run new` wrote it', () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|md)$/.test(file) && file !== 'knowledge/unfinished.test.ts')
      .map((file) => `${folder}/${file}`),
  )
  const open = files.flatMap((file) =>
    readFileSync(ROOT + file, 'utf8')
      .split('\n')
      .flatMap((line, i) => {
        const todo = /\bWRITE: (.*?)(?: \*\/)?$/.exec(line)?.[1]
        return todo === undefined ? [] : [{ at: `${file}:${i + 1}`, todo }]
      }),
  )
  forEach(open, ({ at, todo }) =>
    must(false, `${at} is not written yet`, `write ${todo} Then take away the "WRITE: …".`),
  )
})
