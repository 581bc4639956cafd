import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { describe, test } from 'node:test'
import { asPrinted } from '../../src/sshd-config/as-printed.ts'
import { effectiveConfig } from '../../src/sshd-config/effective.ts'
import type { Connection } from '../../src/sshd-config/types.ts'
import { RELEASES, caseFiles } from './compare.ts'
import type { Release } from '../../src/openssh/release.ts'

const D12 = RELEASES.bookworm
const D13 = RELEASES.trixie
const V96: Release = { major: 9, minor: 6 }

const read = (text: string, release: Release, connection?: Connection, etc: Record<string, string> = {}) => {
  const files = caseFiles({ sshd_config: text })
  return effectiveConfig({
    main: '/etc/ssh/sshd_config',
    files: { ...files, readFile: (path) => etc[path] ?? files.readFile(path) },
    release,
    ...(connection && { connection }),
  })
}
const says = (...asked: Parameters<typeof read>) => read(...asked).errors.map((e) => `${e.line} ${e.says}`)

// Found by a second generator against the real sshd of 9.2 and 10.0; where the boundary lies, by the ChangeLog of 10.0p1.
describe('what changed between releases', () => {
  test('a plus sign and a blank before a time pass up to 9.7', () => {
    deepEqual(read('LoginGraceTime +5', D12).effective['logingracetime'], ['5'])
    deepEqual(says('LoginGraceTime +5', V96), [])
    deepEqual(says('LoginGraceTime +5', { major: 9, minor: 8 }), ['1 invalid time value.'])
    deepEqual(says('ClientAliveInterval 1h+5', D13), ['1 invalid time value.'])
  })

  test('the host of AllowUsers stands behind the first @ up to 9.8, behind the last since', () => {
    const text = 'AllowUsers a@b@10.0.0.1/33'
    deepEqual(says(text, D12), [])
    deepEqual(says(text, D13), ['1 invalid AllowUsers pattern: "a@b@10.0.0.1/33"'])
  })

  test('addresses in a Match all are looked up for its own family', () => {
    const text = 'AddressFamily any\nMatch all\nAddressFamily inet\nListenAddress ::1\n'
    deepEqual(says(text, D12), ['4 bad addr or host: ::1 (Address family for hostname not supported)'])
  })

  test('a mask beyond 128 is no mask up to 9.7, and a wrong one from then on', () => {
    const text = 'Match Address 2001:db8::/129\n  Banner none\n'
    deepEqual(says(text, D12), [])
    match(says(text, D13).join(), /Invalid Match address argument '2001:db8::\/129'/)
  })

  test('the last AuthorizedPrincipalsCommand wins up to 9.3, unless AuthorizedKeysCommand stands before it', () => {
    const two =
      'AuthorizedPrincipalsCommand none\nAuthorizedPrincipalsCommand /bin/p\nAuthorizedPrincipalsCommandUser x\n'
    const from = (text: string, release: Release) => {
      const { effective, origin } = read(text, release)
      return [effective['authorizedprincipalscommand'], origin['authorizedprincipalscommand']]
    }
    const main = '/etc/ssh/sshd_config'
    deepEqual(from(two, D12), [['/bin/p'], { file: main, line: 2 }])
    deepEqual(from(two, V96), [['none'], { file: main, line: 1 }])
    deepEqual(from(`AuthorizedKeysCommand none\n${two}`, D12), [['none'], 'default'])
  })

  test('a list that takes everything away is empty in a block, and the default outside', () => {
    const [whole] = read('PubkeyAcceptedAlgorithms -*\n', D12).effective['pubkeyacceptedalgorithms']!
    match(whole!, /^ssh-ed25519-cert-v01@openssh\.com,/)
    const block = read('Match User a\n  PubkeyAcceptedAlgorithms -*\n', D12, { user: 'a' })
    deepEqual(block.effective['pubkeyacceptedalgorithms'], [''])
  })

  test('a list of the key exchange that is emptied stays empty, and sshd -T prints the default instead', () => {
    for (const keyword of ['KexAlgorithms', 'HostKeyAlgorithms', 'Ciphers', 'MACs']) {
      // What may not stand in a block counts for the server, also where a Match all stands before it.
      for (const text of [`${keyword} -*\n`, `Match all\n  ${keyword} -*\n`]) {
        const config = read(text, D12)
        deepEqual(config.errors, [], text)
        deepEqual(config.effective[keyword.toLowerCase()], [''], text)
        deepEqual(asPrinted(config)[keyword.toLowerCase()], read('', D12).effective[keyword.toLowerCase()], text)
        deepEqual(
          config.notes.map(({ id }) => id),
          ['list-emptied'],
          text,
        )
      }
      ok(says(`${keyword} nothing-known\n`, D12).length > 0)
    }
  })

  test('gssapi-keyex hangs on GSSAPIAuthentication', () => {
    deepEqual(says('GSSAPIAuthentication yes\nAuthenticationMethods gssapi-keyex\n', D13), [])
    deepEqual(says('GSSAPIKeyExchange yes\nAuthenticationMethods gssapi-keyex\n', D13), [
      '2 AuthenticationMethods cannot be satisfied by enabled authentication methods',
    ])
  })

  test('operators before a list came one after the other: + with 7.0, - with 7.5, ^ with 8.1', () => {
    const refused = (text: string, major: number, minor: number) => says(text, { major, minor }).length > 0
    deepEqual([refused('MACs +hmac-md5', 6, 9), refused('MACs +hmac-md5', 7, 0)], [true, false])
    deepEqual([refused('MACs -hmac-sha1', 7, 4), refused('MACs -hmac-sha1', 7, 5)], [true, false])
    deepEqual([refused('MACs ^hmac-sha1', 8, 0), refused('MACs ^hmac-sha1', 8, 1)], [true, false])
  })
})

// Found by the same generator against the sshd of Debian 11 and of Ubuntu 20.04, 22.04, 24.04 and 25.04.
describe('what the releases between have of their own', () => {
  const at = (major: number, minor: number): Release => ({ major, minor, distribution: 'debian' })

  test('8.2 finds no Include that does not begin at the root, and no Match in the others', () => {
    const files = caseFiles({
      sshd_config: 'Include sshd_config.d/*.conf\nInclude /etc/ssh/extra/*.conf\n',
      'sshd_config.d/a.conf': 'MaxSessions 3\n',
      'extra/b.conf': 'MaxAuthTries 5\nMatch User alice\n  Banner /x\n',
    })
    const values = (release: Release) => {
      const question = { main: '/etc/ssh/sshd_config', files, release, connection: { user: 'alice' } }
      const { effective } = effectiveConfig(question)
      return ['maxsessions', 'maxauthtries', 'banner'].map((keyword) => effective[keyword]![0])
    }
    deepEqual(values(at(8, 2)), ['10', '5', 'none'])
    deepEqual(values(at(8, 4)), ['3', '5', '/x'])
  })

  test('a Subsystem without arguments ends in a blank in 9.5 and 9.6', () => {
    const printed = (release: Release) => read('Subsystem sftp internal-sftp', release).effective['subsystem']
    deepEqual(printed(D12), ['sftp internal-sftp'])
    deepEqual(printed(at(9, 6)), ['sftp internal-sftp '])
    deepEqual(printed(at(9, 9)), ['sftp internal-sftp'])
  })

  test('Match User=alice is known from 10.0 on, and 9.9 takes invalid-user for everybody', () => {
    deepEqual(says('Match User=alice\n', at(9, 9))[0], '1 Missing Match criteria for User=alice')
    deepEqual(says('Match User=alice\n', D13), [])
    const text = 'Match invalid-user\n  Banner /x\n'
    deepEqual(read(text, at(9, 9)).effective['banner'], ['/x'])
    deepEqual(read(text, D13).effective['banner'], ['none'])
  })

  test('sntrup761 and DSA come and go', () => {
    const kex = (release: Release) => read('', release).effective['kexalgorithms']![0]!.split(',')
    equal(kex(at(8, 9)).indexOf('sntrup761x25519-sha512@openssh.com'), 5)
    equal(kex(D12)[0], 'sntrup761x25519-sha512')
    equal(kex(at(9, 6))[0], 'sntrup761x25519-sha512@openssh.com')
    deepEqual(says('PubkeyAcceptedAlgorithms +ssh-dss', at(9, 6)), [])
    deepEqual(says('PubkeyAcceptedAlgorithms +ssh-dss', at(9, 9)), ["1 Bad key types '+ssh-dss'."])
  })
})

describe('homes in paths', () => {
  const etc = { '/etc/passwd': 'root:x:0:0::/var/root:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\n' }

  test('are those of /etc/passwd', () => {
    deepEqual(read('AuthorizedKeysFile ~/a ~alice//b ~root/c', D12, undefined, etc).effective['authorizedkeysfile'], [
      '/var/root/a /home/alice/b /var/root/c',
    ])
  })

  test('of nobody keep sshd from starting, where /etc/passwd names everybody', () => {
    deepEqual(says('Banner ~bob/x', D12, undefined, etc), ['1 tilde_expand: No such user bob'])
    const directory = { ...etc, '/etc/nsswitch.conf': 'passwd: files sss\n' }
    deepEqual(says('Banner ~bob/x', D12, undefined, directory), [])
    equal(read('Banner ~bob/x', D12, undefined, directory).effective['banner']?.[0], '~bob/x')
  })
})

describe('an Include that meets itself', () => {
  const files = (text: string) =>
    caseFiles({
      sshd_config: 'Include sshd_config.d/*.conf\n',
      'sshd_config.d/a.conf': 'MaxSessions 1\n',
      'sshd_config.d/b.conf': text,
    })
  const lines = (text: string) => effectiveConfig({ main: '/etc/ssh/sshd_config', files: files(text), release: D12 })

  const refused = (text: string) => lines(text).errors.map((e) => `${e.file}:${e.line} ${e.says}`)

  test('is refused, and the line that goes on for ever named', () => {
    deepEqual(refused('MaxSessions 2\nInclude /etc/ssh/sshd_config.d/b.conf\n'), [
      '/etc/ssh/sshd_config.d/b.conf:2 Too many recursive configuration includes',
    ])
  })

  // servconf.c notes a file behind its pattern once it is read, and goes by what is noted.
  test('ends in a file that was read when the pattern was met again', () => {
    deepEqual(refused('Match User nobody\n  Include sshd_config.d/*.conf\n  LogLevel none\n').slice(0, 1), [
      "/etc/ssh/sshd_config.d/b.conf:3 unsupported log level 'none'",
    ])
    deepEqual(
      lines('Include sshd_config.d/*.conf\nMaxSessions 2\n')
        .lines.filter((l) => l.canonical === 'maxsessions')
        .slice(0, 3)
        .map((l) => l.file.slice(-6)),
      ['a.conf', 'a.conf', 'b.conf'],
    )
  })
})

test('the default host keys are printed whether they are there or not', () => {
  const config = read('', D12, undefined, { '/etc/ssh/ssh_host_rsa_key': 'x' })
  deepEqual(config.effective['hostkey'], [
    '/etc/ssh/ssh_host_rsa_key',
    '/etc/ssh/ssh_host_ecdsa_key',
    '/etc/ssh/ssh_host_ed25519_key',
  ])
})
