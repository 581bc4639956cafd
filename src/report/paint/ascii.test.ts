import assert from 'node:assert/strict'
import { test } from 'node:test'
import { width } from '../width.ts'
import { ascii } from './ascii.ts'

test('every sign of ours has a likeness as wide as itself', () => {
  const ours = '✓✗·×…∞≤≥λρ‘’“”–—−─│└→▁▂▃▄▅▆▇█'
  const shown = ascii(ours)
  assert.match(shown, /^[ -~]+$/)
  assert.doesNotMatch(shown, /\?/)
  assert.equal(width(shown), width(ours))
  assert.equal(ascii('  98 %  tcp\t+\u001b[1m\n'), '  98 %  tcp\t+\u001b[1m\n')
  assert.equal(ascii('josé 漢'), 'jos? ??')
})
