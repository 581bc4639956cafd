import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { registries } from '../../lab/registries.ts'
import { forEach, must } from '../../test/do-this.ts'

const made = await registries()

test('every registry is what its folder holds', () =>
  forEach(made, ([path, text]) =>
    must(
      readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') === text,
      `${path} is stale: a file of its folder came, went or changed its id or stage`,
      'npm run registries',
    ),
  ))
