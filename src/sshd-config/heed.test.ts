import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { effectiveConfig } from './effective.ts'
import { heedSshd } from './heed.ts'

const MAIN = '/etc/ssh/sshd_config'
const read = (text: string) =>
  effectiveConfig({
    main: MAIN,
    release: { major: 8, minor: 7 },
    files: { readFile: (path) => (path === MAIN ? text : undefined), glob: () => [] },
  })

test('a word that only this build knows keeps nobody from starting', () => {
  const config = heedSshd(read('Port 22\nVendorWord yes\n'), { ok: true })
  deepEqual(config.errors, [])
  const note = config.notes.find(({ id }) => id === 'taken-by-this-sshd')
  match(note?.says ?? '', /sshd_config:2, .*Bad configuration option: VendorWord/)
})

test('what sshd refuses is refused, though we would take it', () => {
  const error = `${MAIN} line 1: Deprecated option Foo\r\n${MAIN}: line 2: Bad configuration option: UseDNS\r\nx: terminating`
  deepEqual(heedSshd(read('Port 22\nUseDNS no\n'), { ok: false, error }).errors, [
    { file: MAIN, line: 2, says: 'Bad configuration option: UseDNS', fatal: true },
  ])
})

test('a key or a folder that is missing is not the configuration', () => {
  const config = read('Port 22\n')
  equal(heedSshd(config, { ok: true }), config)
  deepEqual(heedSshd(config, { ok: false, error: 'Missing privilege separation directory: /run/sshd' }).errors, [])
})
