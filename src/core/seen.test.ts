import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyLog, goodLogin, sheet } from '../../test/cases/facts.ts'
import { clientLog, clientLogs, firstClientLog, furthestLogin } from './seen.ts'

const first = goodLogin({ log: emptyLog({ failure: 'host-key-unknown' }) })
const beyond = goodLogin({ log: emptyLog({ failure: 'permission-denied' }) })
const paste = emptyLog({ failure: 'banner-closed' })

test('the login behind an unconfirmed host key tells most, but not of the host key itself', () => {
  const facts = sheet({ login: first, 'login-beyond-host-key': beyond, 'client-text': paste })
  assert.equal(furthestLogin(facts), beyond)
  assert.equal(clientLog(facts), beyond.log)
  assert.equal(firstClientLog(facts), first.log)
  assert.deepEqual(clientLogs(facts), [beyond.log, paste])
})

test('what the user pasted counts where nobody logged in', () => {
  const facts = sheet({ 'client-text': paste })
  assert.equal(furthestLogin(facts), undefined)
  assert.equal(clientLog(facts), paste)
  assert.equal(firstClientLog(facts), paste)
  assert.equal(clientLog(sheet({ login: first, 'client-text': paste })), first.log)
  assert.equal(clientLog({}), undefined)
})
