import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'

const folder = mkdtempSync(join(tmpdir(), 'sshmedic-config-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A root with this configuration; paths are those under /etc/ssh. */
function root(name: string, files: Record<string, string>): string {
  const at = join(folder, name)
  for (const [path, text] of Object.entries({ 'sshd_config.d/.keep': '', ...files })) {
    mkdirSync(join(at, 'etc/ssh', path, '..'), { recursive: true })
    writeFileSync(join(at, 'etc/ssh', path), text)
  }
  return at
}

const RUN = `
const { main } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/cli/main.ts'))})
process.exitCode = await main(['config', ...process.argv.slice(1)], '1.2.3')`

function config(...argv: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return configWith(process.env, ...argv)
}

function configWith(
  env: NodeJS.ProcessEnv,
  ...argv: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', RUN, '--', ...argv], { cwd: folder, env })
    const text = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString()))
    child.on('close', (code) => resolve({ code, ...text }))
  })
}

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/config.schema.json'), 'utf8')) as object,
)

interface Document {
  release: string
  distribution?: string
  effective: Record<string, string[]>
  origin: Record<string, string>
  notes: { id: string }[]
  diff: { starts: boolean; differing: unknown[] }
  audit: unknown[]
  recommended: { keyword: string; edit?: object }[]
}

async function json(...argv: string[]): Promise<Document> {
  const { out, err } = await config(...argv, '--json')
  assert.equal(err, '')
  const document = JSON.parse(out) as Document
  assert.ok(validate(document), JSON.stringify(validate.errors))
  return document
}

const DEBIAN = {
  sshd_config: 'Include /etc/ssh/sshd_config.d/*.conf\nMaxStartups 10:30:60\nMatch User alice\n  MaxSessions 3\n',
  'sshd_config.d/10-x.conf': 'MaxStartups 20:50:100\nPermitRootLogin prohibit-password\n',
}

test('every path is read under --root, Includes too, and every value says where it comes from', async () => {
  const at = root('debian', DEBIAN)
  const document = await json(
    '/etc/ssh/sshd_config',
    '--root',
    at,
    '--release',
    '9.2',
    '--user',
    'alice',
    '--address',
    '10.0.0.1',
  )
  assert.equal(document.release, '9.2')
  assert.deepEqual(document.effective['permitrootlogin'], ['without-password'])
  assert.equal(document.origin['permitrootlogin'], '/etc/ssh/sshd_config.d/10-x.conf:2')
  assert.deepEqual(document.effective['maxstartups'], ['10:30:60'])
  assert.equal(document.origin['maxsessions'], '/etc/ssh/sshd_config:4')
  assert.equal(document.origin['usedns'], 'default')
  assert.deepEqual(
    document.notes.map((n) => n.id),
    ['max-startups-last-wins'],
  )
})

test('a configuration that stops sshd is exit code 1, with sshd’s words and the line', async () => {
  const at = root('broken', { sshd_config: 'PasswordAuthentication noPubkeyAuthentication yes\n' })
  const { code, out } = await config('/etc/ssh/sshd_config', '--root', at, '--release', '10.0')
  assert.equal(code, 1)
  assert.match(out, /would not start/)
  assert.match(out, /sshd_config:1: unsupported option "noPubkeyAuthentication"/)
})

test('--diff shows what would be different, not how it is written', async () => {
  const at = root('one', {
    sshd_config: 'Port 22\nX11Forwarding yes\n',
    other: 'port=22\n# nothing\nX11Forwarding no\n',
  })
  const document = await json('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--diff', '/etc/ssh/other')
  assert.deepEqual(document.diff.differing, [
    {
      keyword: 'x11forwarding',
      here: ['yes'],
      there: ['no'],
      hereFrom: '/etc/ssh/sshd_config:2',
      thereFrom: '/etc/ssh/other:3',
    },
  ])
})

test('--diff says when sshd would not start with the other, and shows of lists what is new and what is gone', async () => {
  const at = root('two', {
    sshd_config: 'Port 22\nAllowUsers alice bob\n',
    other: 'Port 22\nPort 2222\nAllowUsers alice carol\nPasswordAuthentication noPubkeyAuthentication yes\n',
  })
  const asked = ['/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--diff', '/etc/ssh/other']
  const { code, out } = await config(...asked)
  assert.equal(code, 1)
  assert.match(out, /would not start with \/etc\/ssh\/other\n {2}\/etc\/ssh\/other:4: unsupported option/)
  const signs = out.split('\n').filter((text) => /^ {2}[-+] /.test(text))
  assert.deepEqual(
    signs.map((text) => text.trim().replace(/ +/g, ' ')),
    [
      '+ 2222 /etc/ssh/other:2',
      '- bob /etc/ssh/sshd_config:2',
      '+ carol /etc/ssh/other:3',
      '+ [::]:2222 /etc/ssh/other:2',
      '+ 0.0.0.0:2222 /etc/ssh/other:2',
    ],
  )
  const document = await json(...asked)
  assert.equal(document.diff.starts, false)
})

test('--explain says which line wins, why, and what it does', async () => {
  const at = root('explained', DEBIAN)
  const { code, out } = await config('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--explain')
  assert.equal(code, 0)
  assert.match(out, /not \/etc\/ssh\/sshd_config\.d\/10-x\.conf:1/)
  assert.match(out, /the last\s+wins/)
})

test('what a file says reaches no terminal unseen', async () => {
  const at = root('evil', { sshd_config: 'Banner /etc/\x1b]0;x\x07issue\nForceCommand \x1b[2J\n' })
  const { out } = await config('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--explain')
  assert.ok(!out.includes('\x1b'))
})

test('a root that holds a Debian says which sshd is meant', async () => {
  const at = root('packaged', { sshd_config: '' })
  mkdirSync(join(at, 'var/lib/dpkg'), { recursive: true })
  writeFileSync(
    join(at, 'var/lib/dpkg/status'),
    'Package: openssh-client\nVersion: 1:8.8p1-1\n\nPackage: openssh-server\nStatus: install ok installed\nVersion: 1:9.2p1-2+deb12u7\n\n',
  )
  const document = await json('/etc/ssh/sshd_config', '--root', at)
  assert.deepEqual([document.release, document.distribution], ['9.2', 'debian'])
})

test('usage and files that are not there have their own exit codes', async () => {
  assert.equal((await config('--release', 'x')).code, 2)
  assert.equal((await config('--no-such-option')).code, 2)
  assert.equal((await config('/no/such/file', '--release', '9.2')).code, 3)
})

/** A file beside no other, as somebody hands it on. */
function loose(name: string, content: string | Uint8Array): string {
  const at = join(folder, name)
  writeFileSync(at, content)
  return at
}

test('a release that is not known is refused with those that are', async () => {
  const file = loose('protocol.conf', 'Protocol 2\nX11Forwarding yes\n')
  for (const release of ['5.3', '6.5', '10.6', '12.0']) {
    const { code, out, err } = await config(file, '--release', release, '--audit')
    assert.deepEqual([code, out], [2, ''], release)
    assert.match(err, /oldest release it knows is 6\.6, the newest 10\.5/)
  }
  const { out } = await config(file, '--release', '6.6', '--audit', '--recommend')
  assert.doesNotMatch(out, /Protocol/)
})

test('the sshd that is installed may be older or newer than what is known', async () => {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const file = loose('plain.conf', 'PermitRootLogin no\n')
  const asked = (version: string) => {
    writeFileSync(join(bin, 'sshd'), `#!/bin/sh\necho "OpenSSH_${version}, OpenSSL 3.5" >&2\n`, { mode: 0o755 })
    return configWith({ ...process.env, PATH: `${bin}:${process.env['PATH']}` }, file)
  }
  const older = await asked('5.3p1')
  assert.deepEqual([older.code, older.out], [3, ''])
  assert.match(older.err, /does not know how OpenSSH 5\.3.* reads its configuration/)
  const newer = await asked('12.1p1')
  assert.equal(newer.code, 0)
  assert.match(newer.out.replace(/\s+/g, ' '), /OpenSSH 10\.5.* reads it \(the newest known; it is OpenSSH 12\.1\)/)
})

test('what is not read as sshd_config is said, with exit code 3', async () => {
  const cases: readonly (readonly [content: string | Uint8Array, says: RegExp])[] = [
    [
      'Host web\n  HostName 203.0.113.7\n  IdentityFile ~/.ssh/id\n',
      /is a client's configuration \(ssh_config: Host, HostName/,
    ],
    [Buffer.alloc(5 * 2 ** 20, 'PermitRootLogin no\n'), /is too large to be sshd's configuration \(5 MiB\)/],
    ['', /is empty: nothing was read/],
    [
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0xfe, 0, 2, 3, 4, 0, 0, 0]),
      /is not a text: nothing was read/,
    ],
    ['root:x:0:0:root:/root:/bin/sh\n', /has no line of an sshd_config: nothing was read/],
  ]
  for (const [content, says] of cases) {
    const { code, out, err } = await config(loose('other', content), '--release', '9.6')
    assert.deepEqual([code, out], [3, ''], err)
    assert.match(err, says)
  }
  assert.match((await config(folder, '--release', '9.6')).err, /is a folder/)
})

test('copies are read through, and what was left out is said', async () => {
  const lines = 'Port 2222\nPermitRootLogin no\n'
  const utf16 = Buffer.from(`\uFEFF${lines}`, 'utf16le')
  const copies = [
    utf16,
    `\uFEFF${lines}`,
    `\`\`\`\n${lines}\`\`\`\n`,
    lines.replace(/^/gm, '> '),
    `\x1b[31m${lines}\x1b[0m`,
  ]
  for (const copy of copies) {
    const document = await json(loose('copy', copy), '--release', '8.7')
    assert.deepEqual([document.effective['port'], document.effective['permitrootlogin']], [['2222'], ['no']])
    assert.deepEqual(
      document.notes.map(({ id }) => id),
      ['read-without-paste-marks'],
    )
  }
  const windows = await json(loose('windows', lines.replaceAll('\n', '\r\n')), '--release', '8.7')
  assert.deepEqual(windows.notes, [])
  assert.deepEqual(windows.effective['port'], ['2222'])
})

test('Ubuntu is told from Debian, and the terminal says who listens', async () => {
  const stock = (more: string) =>
    `Include /etc/ssh/sshd_config.d/*.conf\n${more}UsePAM yes\nSubsystem sftp /usr/lib/openssh/sftp-server\n`
  const said = async (release: string, more = 'Port 12322\n') => {
    const { out } = await config(loose('stock', stock(more)), '--release', release)
    return out.replace(/\s+/g, ' ')
  }
  assert.match(
    await said('9.6'),
    /OpenSSH 9\.6 \(Ubuntu\).*ssh\.socket listen since 22\.10.*daemon-reload && systemctl restart ssh\.socket/,
  )
  assert.match(
    await said('9.3'),
    /'systemctl edit ssh\.socket' with \[Socket\], ListenStream= \(empty\) and ListenStream=12322/,
  )
  assert.doesNotMatch(await said('9.2'), /ssh\.socket/)
  assert.doesNotMatch(await said('8.9'), /ssh\.socket/)
  assert.doesNotMatch(await said('9.6', ''), /ssh\.socket/)
  const document = await json(loose('stock', stock('')), '--release', '9.6')
  assert.equal(document.distribution, 'ubuntu')
})

test('--audit and --recommend name places where the lines win', async () => {
  const at = root('audited', DEBIAN)
  const document = await json('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--audit', '--recommend')
  assert.ok(document.audit.length > 0)
  for (const advice of document.recommended) assert.ok(advice.edit, `${advice.keyword} has no place`)
})

test('the same as a ticket and as a page', async () => {
  const at = root('forms', DEBIAN)
  const [ticket, page] = await Promise.all(
    ['--markdown', '--html'].map((form) =>
      config('/etc/ssh/sshd_config', '--root', at, '--release', '9.2', '--audit', form),
    ),
  )
  assert.deepEqual([ticket!.err, page!.err], ['', ''])
  assert.match(ticket!.out, /^# `\/etc\/ssh\/sshd_config`: starts\n/)
  assert.match(page!.out, /^<!doctype html>/)
  for (const { out } of [ticket!, page!]) assert.match(out, /MaxStartups 10:30:60 is worse than the default/)
  const both = await config('/etc/ssh/sshd_config', '--root', at, '--json', '--html')
  assert.deepEqual([both.code, both.out], [2, ''])
})
