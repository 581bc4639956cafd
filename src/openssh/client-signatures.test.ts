import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signsBySha1Alone, takesSha1Signatures } from './client-signatures.ts'

test('which clients sign by SHA-1 alone', () => {
  for (const name of [
    'SSH-2.0-JSCH-0.1.54',
    'JSCH-0.1.55',
    'paramiko_2.8.1',
    'PuTTY_Release_0.74',
    'OpenSSH_7.1p2',
    'dropbear_2019.78',
  ])
    assert.equal(signsBySha1Alone(name), true, name)
  for (const name of [
    'JSCH_0.2.9',
    'SSH-2.0-paramiko_2.9.0',
    'paramiko_3.4.0',
    'PuTTY_Release_0.75',
    'OpenSSH_7.2',
    'OpenSSH_10.0p2',
    'dropbear_2020.79',
  ])
    assert.equal(signsBySha1Alone(name), false, name)
  assert.equal(signsBySha1Alone('Go'), undefined)
})

test('which servers take such a signature', () => {
  assert.equal(takesSha1Signatures('SSH-2.0-OpenSSH_8.7p1'), true)
  assert.equal(takesSha1Signatures('SSH-2.0-OpenSSH_8.9p1 Ubuntu-3'), false)
  assert.equal(takesSha1Signatures('SSH-2.0-OpenSSH_10.0p2 Debian-7'), false)
  assert.equal(takesSha1Signatures('SSH-2.0-dropbear_2022.83'), undefined)
})
