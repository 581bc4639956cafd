import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksWhoReceives, asksWhoSends } from './ruleset.ts'

test('a rule that asks who sends is told from one that closes the port', () => {
  for (const text of [
    'ip saddr 192.0.2.7 drop',
    'ip saddr @bad tcp dport 22 drop',
    '-s 192.0.2.0/24 -j DROP',
    '-p tcp -m set --match-set bad src -j DROP',
    '-m recent --update --seconds 60 --name bad --rsource -j DROP',
    '-m iprange --src-range 192.0.2.1-192.0.2.9 -j DROP',
  ])
    assert.equal(asksWhoSends(text), true, text)
  for (const text of [
    'policy drop',
    'ip saddr != 192.0.2.0/24 tcp dport 22 drop',
    'ip daddr 192.0.2.10 tcp dport 22 drop',
    '! -s 192.0.2.0/24 -p tcp -m tcp --dport 22 -j DROP',
    '-p tcp -m set ! --match-set ok src -j DROP',
    '-d 192.0.2.7/32 -j DROP',
  ])
    assert.equal(asksWhoSends(text), false, text)
})

test('of an answer the one who receives is meant', () => {
  assert.equal(asksWhoReceives('-d 192.0.2.7/32 -j DROP'), true)
  assert.equal(asksWhoReceives('ip daddr 192.0.2.7 drop'), true)
  assert.equal(asksWhoReceives('ip saddr 192.0.2.10 tcp sport 22 drop'), false)
  assert.equal(asksWhoReceives('policy drop'), false)
})
