import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseConfigDump } from './config-dump.ts'

const HEAD = 'host web\nuser deploy\nhostname 203.0.113.7\nport 2222\n'

test('what ssh -G of 9.2 prints', () => {
  const text =
    HEAD +
    'addressfamily any\nconnecttimeout none\ncontrolmaster auto\ncontrolpath /run/user/0/cm-1\nidentitiesonly yes\n' +
    'identityfile ~/.ssh/id_rsa\nidentityfile /keys/my key.pem\nproxycommand none\nproxyjump jump.example\n' +
    'userknownhostsfile /root/.ssh/known_hosts /root/.ssh/known_hosts2\nstricthostkeychecking ask\nidentityagent none\n'
  assert.deepEqual(JSON.parse(JSON.stringify(parseConfigDump(text))), {
    host: '203.0.113.7',
    port: 2222,
    user: 'deploy',
    identityFiles: ['~/.ssh/id_rsa', '/keys/my key.pem'],
    certificateFiles: [],
    identitiesOnly: true,
    identityAgent: 'none',
    proxyJump: 'jump.example',
    controlPath: '/run/user/0/cm-1',
    controlMaster: 'auto',
    addressFamily: 'any',
    strictHostKeyChecking: 'ask',
    userKnownHostsFiles: ['/root/.ssh/known_hosts', '/root/.ssh/known_hosts2'],
  })
})

test('forwardings, each kind once', () => {
  const text =
    HEAD + 'localforward 5432 [127.0.0.1]:5432\nlocalforward 8080 [127.0.0.1]:80\nremoteforward 9000 [localhost]:9000\n'
  assert.deepEqual(parseConfigDump(text)?.forwards, ['local', 'remote'])
  assert.deepEqual(parseConfigDump(HEAD + 'dynamicforward 1080\n')?.forwards, ['dynamic'])
})

test('carriage returns of Windows, numbers and families', () => {
  const text = (HEAD + 'connecttimeout 7\naddressfamily inet6\nbindaddress 192.0.2.9\n').replaceAll('\n', '\r\n')
  const config = parseConfigDump(text)
  assert.deepEqual(
    [config?.host, config?.connectTimeout, config?.addressFamily, config?.bindAddress],
    ['203.0.113.7', 7, 'inet6', '192.0.2.9'],
  )
})

test('any text: a configuration with a host and a port, or nothing', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('hostname h', 'port 22', 'port none', 'hostname ', 'identityfile none', '__proto__ x'),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const config = parseConfigDump(lines.join('\n'))
      if (config) assert.ok(config.port! > 0 && typeof config.host === 'string' && Array.isArray(config.identityFiles))
    }),
  )
})

const hasSsh = spawnSync('ssh', ['-V']).error === undefined
test('the real ssh -G is understood', { skip: hasSsh ? false : 'there is no ssh' }, () => {
  const options = ['-p', '7', '-J', 'u@jump:3', '-S', '/x/%p', '-o', 'ConnectTimeout=4', '-i', '/dev/null', '-6']
  const asked = spawnSync('ssh', ['-F', 'none', '-G', ...options, 'me@Web.Example'], { encoding: 'utf8' })
  const config = parseConfigDump(asked.stdout)
  assert.deepEqual(
    [config?.host, config?.port, config?.user, config?.proxyJump, config?.proxyCommand, config?.controlPath],
    ['web.example', 7, 'me', 'u@jump:3', undefined, '/x/7'],
  )
  assert.deepEqual([config?.connectTimeout, config?.addressFamily, config?.identityFiles], [4, 'inet6', ['/dev/null']])
})
