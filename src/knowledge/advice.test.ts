import assert from 'node:assert/strict'
import { test } from 'node:test'
import { insideWords } from '../diagnose/inside-words.ts'
import { placeFacts } from '../diagnose/placeholders.ts'
import { atHome, config, contact, greeted, HOST, pasted, sheet } from '../../test/cases/facts.ts'
import { FAULTS } from './faults.ts'

test('advises only with words that placeholders.ts can fill in', () => {
  const whole = sheet({
    ...atHome,
    'ssh-config': config({ proxyJump: 'jump.example.org' }),
    'key-files': { files: [{ path: '/home/me/k.pem', named: true, state: 'too-open' }], agent: 'none' },
    'other-ssh-port': { contacts: [contact({ port: 222 }), greeted({ port: 2222 })] },
    'client-text': pasted(
      `Unable to negotiate with ${HOST} port 22: no matching cipher found. Their offer: aes128-cbc,3des-cbc`,
    ),
  })
  const target = { destination: `ubuntu@${HOST}`, host: HOST, port: 22, user: 'ubuntu', ssh: [] }
  for (const { id, advice, insideAdvice = [] } of FAULTS) {
    const texts = [advice, ...insideAdvice].flatMap((one) => [one.says, one.command ?? ''])
    for (const text of texts) {
      for (const [placeholder] of text.matchAll(/\{\w+\}/g)) {
        // Each of those has its test beside inside-words.ts; only what is said from within may use them.
        if (placeholder.slice(1, -1) in insideWords({}) && text !== advice.says && text !== advice.command) continue
        const filled = placeFacts(placeholder, whole, target)
        assert.notEqual(filled, placeholder.slice(1, -1).toUpperCase(), `${id}: nobody fills in ${placeholder}`)
      }
      assert.doesNotMatch(text.replaceAll(/\{\w+\}/g, ''), /[{}]/, id)
    }
    for (const one of [advice, ...insideAdvice]) assert.match(one.says, /^\S.*[.!?]$/s, `${id}: advice is a sentence`)
  }
})
