import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import { pipelineText, shownCommand } from './shown-command.ts'
import type { Step } from './remedy.ts'

const step = (...argv: string[]): Step => ({ kind: 'exec', on: 'here', say: '', commands: [[argv]] })

test('plain words stand bare, others in quotes, and an option keeps its name outside of them', () => {
  assert.equal(shownCommand(step('chmod', '600', '~/.ssh/id_ed25519')), 'chmod 600 ~/.ssh/id_ed25519')
  assert.equal(shownCommand(step('usermod', '--expiredate', '', 'alice')), "usermod --expiredate '' alice")
  assert.equal(
    shownCommand(step('firewall-cmd', '--zone=public', '--add-rich-rule=rule family=ipv4 accept')),
    "firewall-cmd --zone=public --add-rich-rule='rule family=ipv4 accept'",
  )
  assert.equal(
    pipelineText([
      ['sshd', '-T'],
      ['grep', '-i', 'usedns'],
    ]),
    'sshd -T | grep -i usedns',
  )
  assert.equal(shownCommand(step('ssh-keygen', '-R', '[192.0.2.7]:2222')), "ssh-keygen -R '[192.0.2.7]:2222'", 'zsh')
  assert.equal(shownCommand({ kind: 'edit', keyword: 'UseDNS', value: 'no', say: '' }), 'UseDNS no')
  assert.equal(shownCommand({ kind: 'person', say: 'x' }), undefined)
})

test('a real shell reads the very words that were meant', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      "'",
      '"',
      '$(id)',
      '`id`',
      '; id',
      '\\',
      '*',
      '--a=b c',
      "--a='",
      '#',
      '!',
      '\n',
      '-',
      '&&',
      '~root',
      '[-a]',
      '=ls',
    ),
    // `~` and `~/…` are meant to be the reader's home.
    fc.string({ maxLength: 12 }).filter((text) => !text.includes('\0') && !/^~(?:\/|$)/.test(text)),
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const line = shownCommand(step('printf', '%s\\0', ...words))!
      const ran = spawnSync('sh', ['-c', line], { encoding: 'utf8' })
      assert.deepEqual(ran.stdout.split('\0').slice(0, -1), words, line)
    }),
    { numRuns: 150 },
  )
})
