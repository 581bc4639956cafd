import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCertificateRules } from './certificate-rules.ts'

const CA = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFMLQWl6Fro8q2uGVkzJ2rdSI0/XqWIgJhy4xUVGYwMb'

test('authorities are named by their fingerprints, wherever they stand', () => {
  const trusted = readCertificateRules(`@authorities\n|# ours\n|${CA} ca\n@principals\n@lines\n`)
  assert.match(trusted.authorities.join(), /^SHA256:[A-Za-z0-9+/]{43}$/)
  const own = readCertificateRules(
    `@authorities\n@lines\n|cert-authority,principals="a" ${CA}\n|from="cert-authority" ${CA}\n`,
  )
  assert.deepEqual(own.authorities, trusted.authorities)
  assert.deepEqual(readCertificateRules(`@lines\n|# cert-authority\n|from="cert-authority" ${CA}\n`).authorities, [])
})

test('principals stand last in their lines, and a file that nobody may read says nothing', () => {
  const { principals } = readCertificateRules(
    '@principals\n|deploy\n|# www\n|from="192.0.2.0/24" alice # of the office\n|\n',
  )
  assert.deepEqual(principals, ['deploy', 'alice'])
  assert.equal(readCertificateRules('@principals\n@principals-unread\nyes\n').principals, undefined)
  assert.equal(readCertificateRules('@authorities\n@authorities-unread\nyes\n').unread, true)
})

test('whatever is printed, it is read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (noise) => {
      readCertificateRules(`@authorities\n|${noise}\n@principals\n|${noise}\n@lines\n|${noise}`)
    }),
  )
})
