import assert from 'node:assert/strict'
import { test } from 'node:test'
import { width } from '../report/width.ts'
import { ascii, showsUtf8 } from './ascii.ts'

test('every sign of ours has a likeness as wide as itself', () => {
  const ours = '✓✗·×…∞≤≥λρ‘’“”–—−─│└→▁▂▃▄▅▆▇█'
  const shown = ascii(ours)
  assert.match(shown, /^[ -~]+$/)
  assert.doesNotMatch(shown, /\?/)
  assert.equal(width(shown), width(ours))
  assert.equal(ascii('  98 %  tcp\t+\u001b[1m\n'), '  98 %  tcp\t+\u001b[1m\n')
  assert.equal(ascii('josé 漢'), 'jos? ?')
})

test('a locale that is set decides; where none is, UTF-8 is shown', () => {
  assert.equal(showsUtf8({}), true)
  assert.equal(showsUtf8({ LANG: '' }), true)
  assert.equal(showsUtf8({ LANG: 'de_DE.UTF-8' }), true)
  assert.equal(showsUtf8({ LANG: 'C.utf8' }), true)
  assert.equal(showsUtf8({ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }), false)
  assert.equal(showsUtf8({ LC_CTYPE: 'en_US.ISO-8859-1' }), false)
  assert.equal(showsUtf8({ LC_ALL: '', LC_CTYPE: 'en_US.UTF-8', LANG: 'POSIX' }), true)
})
