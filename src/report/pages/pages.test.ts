import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PAGES } from '../../../test/report/pages.ts'
import { paintTerminal } from '../paint/terminal.ts'

const shown = (name: string) => paintTerminal(PAGES[name]!, { columns: 100, colour: false, utf8: true })
const titles = (name: string) => PAGES[name]!.sections.flatMap(({ title }) => title ?? [])

test('a log’s many sources are counted, whatever part of them is shown', () => {
  // 25 addresses guess and an office is dropped: ten are shown.
  assert.match(shown('logs'), /^ {2}and 16 more \(--json has them all\)$/m)
})

test('without a load there is nothing to say of a login or of what would change it', () => {
  assert.deepEqual(titles('startups').slice(1, 3), ['Your login', 'What would change it'])
  assert.ok(!titles('startups, no load').some((title) => /login$|change/.test(title)))
})

test('what to write once one has looked follows right upon what to write now', () => {
  const later = PAGES['config --audit --recommend']!.sections.filter(({ act }) => act)
  assert.deepEqual(
    later.map(({ title, joined }) => [title, joined ?? false]),
    [
      ['Write', false],
      ['Only once you have looked: it might shut you out', true],
    ],
  )
})
