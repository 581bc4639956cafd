import assert from 'node:assert/strict'
import { test } from 'node:test'
import { screenOf } from './screen.ts'

const terminal = { isTTY: true, columns: 120 }
const pipe = {}

test('colour is for terminals, unless somebody says otherwise', () => {
  const colour = (...of: Parameters<typeof screenOf>) => screenOf(...of).colour
  assert.equal(colour(terminal, {}), true)
  assert.equal(colour(pipe, { FORCE_COLOR: '1' }), false)
  assert.equal(colour(terminal, { NO_COLOR: '1' }), false)
  assert.equal(colour(terminal, { NO_COLOR: '' }), true)
  assert.equal(colour(terminal, { TERM: 'dumb' }), false)
  assert.equal(colour(terminal, {}, false), false)
  assert.equal(colour(pipe, { NO_COLOR: '1', TERM: 'dumb' }, true), true)
})

test('the terminal knows how wide it is; elsewhere COLUMNS may say it', () => {
  const columns = (...of: Parameters<typeof screenOf>) => screenOf(...of).columns
  assert.equal(columns(terminal, { COLUMNS: '40' }), 120)
  assert.equal(columns(pipe, { COLUMNS: '40' }), 40)
  assert.equal(columns({ isTTY: true, columns: 0 }, { COLUMNS: '40' }), 40)
  for (const COLUMNS of [undefined, '', '0', '-5', 'x', '1e9', '40x', '99999']) {
    assert.equal(columns(pipe, { COLUMNS }), 80, COLUMNS)
  }
})

test('a locale that is set decides for a terminal; where none is, and in files and pipes, it is UTF-8', () => {
  const utf8 = (env: Record<string, string>) => screenOf(terminal, env).utf8
  assert.equal(utf8({}), true)
  assert.equal(utf8({ LANG: '' }), true)
  assert.equal(utf8({ LANG: 'de_DE.UTF-8' }), true)
  assert.equal(utf8({ LANG: 'C.utf8' }), true)
  assert.equal(utf8({ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }), false)
  assert.equal(utf8({ LC_CTYPE: 'en_US.ISO-8859-1' }), false)
  assert.equal(utf8({ LC_ALL: '', LC_CTYPE: 'en_US.UTF-8', LANG: 'POSIX' }), true)
  assert.equal(screenOf(pipe, { LC_ALL: 'C' }).utf8, true)
})
