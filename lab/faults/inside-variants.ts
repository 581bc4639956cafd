// More ways to the same diseases, as they are met on real servers: another list, another file, another limit. From outside each looks
// like its family at best; only somebody on the server can name it, so they stand apart from what is asked of the outside.
import { must } from '../hosts/command.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault, FaultLab, Release } from '../types.ts'

type Way = (lab: FaultLab) => Promise<unknown>

function ways(
  id: string,
  verdict: BrokenFault['verdict'],
  each: Record<string, Way>,
  releases: readonly Release[] = DEFAULT_RELEASES,
): BrokenFault {
  return {
    id,
    releases,
    variants: Object.keys(each),
    verdict,
    async break(lab, variant) {
      const release = await each[variant]!(lab)
      const args = lab.client.sshArgs()
      return typeof release === 'function' ? { args, release: release as () => Promise<void> } : { args }
    },
  }
}

const run =
  (script: string): Way =>
  ({ machine }) =>
    machine.must(script, { timeoutMs: 30_000 })

const sshd =
  (...lines: string[]): Way =>
  ({ machine }) =>
    configureSshd(machine, lines)

const KEYS = '~alice/.ssh/authorized_keys'
const FIRST_IN_PAM = (line: string): string => `sed -i '1i ${line}' /etc/pam.d/sshd`
/** A restart that fails leaves sshd down, which is the point. */
const RESTART = 'systemctl restart ssh.service || true; sleep 1'

/** Each line one disease; the machines are broken in ways of this list only from within. */
export const insideVariants: readonly BrokenFault[] = [
  ways('user-not-allowed', 'unreachable', {
    'match-block': sshd('Match User alice', 'AllowUsers bob'),
    'user-at-address': sshd('AllowUsers ops root alice@192.0.2.*'),
    'deny-pattern': sshd('DenyUsers al*'),
  }),
  ways('strict-modes-refuses', 'unreachable', {
    owner: run(`chown ops ${KEYS}`),
    elsewhere: async ({ machine }) => {
      await machine.must(
        `install -d -m 775 -g www-data /srv/keys; cp ${KEYS} /srv/keys/alice; chmod 644 /srv/keys/alice`,
      )
      await configureSshd(machine, ['Match User alice', 'AuthorizedKeysFile /srv/keys/%u'])
    },
    symlink: run(
      'mkdir -m 777 /opt/ssh; mv ~alice/.ssh /opt/ssh/alice; ln -s /opt/ssh/alice ~alice/.ssh; chown -h alice ~alice/.ssh',
    ),
  }),
  ways('account-locked', 'unreachable', {
    'by-the-manual': run('usermod --lock --expiredate 1 alice'),
    'pam-access': run(
      `${FIRST_IN_PAM('account required pam_access.so')}; echo '-:alice:ALL' >> /etc/security/access.conf`,
    ),
    'no-password-ever': async ({ machine }) => {
      await machine.must(`usermod --password '!' alice`)
      await configureSshd(machine, ['UsePAM no'])
    },
  }),
  ways('account-expired', 'unreachable', { 'password-due': run('chage -d 0 alice') }),
  ways('key-not-accepted', 'unreachable', {
    from: run(`sed -i 's/^/from="192.0.2.0\\/24" /' ${KEYS}`),
    'expired-key': run(`sed -i 's/^/expiry-time="20240101" /' ${KEYS}`),
    unreadable: run(`chown -R root: ${KEYS}`),
    algorithm: sshd('Match User alice', 'PubkeyAcceptedAlgorithms rsa-sha2-512'),
  }),
  ways('logins-closed', 'unreachable', {
    'without-pam': async ({ machine }) => {
      await machine.must('echo closed > /etc/nologin')
      await configureSshd(machine, ['UsePAM no'])
    },
  }),
  ways('sessions-refused', 'unreachable', {
    chroot: sshd('Match User alice', 'ChrootDirectory /home/alice'),
    'pam-limit': run('echo "alice hard maxlogins 0" > /etc/security/limits.d/alice.conf'),
  }),
  ways('host-keys-unusable', 'unreachable', {
    'next-start': run(`rm /etc/ssh/ssh_host_*_key; ${RESTART}`),
    'next-start-too-open': run(`chmod 777 /etc/ssh/ssh_host_*; ${RESTART}`),
  }),
  ways(
    'host-keys-unusable',
    'unreachable',
    { cut: run('for f in /etc/ssh/ssh_host_*_key; do head -c 100 $f > /tmp/k; cat /tmp/k > $f; done') },
    ['bookworm'],
  ),
  ways(
    'privsep-directory-missing',
    'unreachable',
    { open: run('chmod 777 /run/sshd'), owner: run('chown alice /run/sshd') },
    ['bookworm'],
  ),
  ways('descriptors-exhausted', 'unreachable', {
    'unit-limit': run(`
      mkdir -p /etc/systemd/system/ssh.service.d
      printf '[Service]\\nLimitNOFILE=9\\n' > /etc/systemd/system/ssh.service.d/limit.conf
      systemctl daemon-reload; systemctl restart ssh.service`),
  }),
  ways('fork-refused', 'unreachable', {
    nproc: ({ machine }) => must(['prlimit', '--pid', String(machine.listenerPid()), '--nproc=1:1']),
  }),
  ways(
    'upgraded-not-restarted',
    'unreachable',
    {
      // The old program was moved aside, not removed.
      renamed: run(`
        mv /usr/sbin/sshd /usr/sbin/sshd.old
        printf '#!/bin/sh\\ncase "$*" in *-R*) echo "-R not supported here" >&2; exit 1 ;; esac\\nexec /usr/sbin/sshd.old "$@"\\n' > /usr/sbin/sshd
        chmod 755 /usr/sbin/sshd`),
    },
    ['bookworm'],
  ),
  ways('per-source-limit', 'unreachable', {
    block: async ({ machine, attacker }) => {
      const penalties = machine.release === 'trixie' ? ['PerSourcePenalties no'] : []
      await configureSshd(machine, [
        'PerSourceMaxStartups 3',
        'PerSourceNetBlockSize 16',
        'LoginGraceTime 900',
        ...penalties,
      ])
      return (await attacker.hold(3, { seconds: 30 })).close
    },
  }),
  ways('listens-on-other-port', 'unreachable', {
    'socket-unit': run(`
      systemctl stop ssh.service; mkdir -p /etc/systemd/system/ssh.socket.d
      printf '[Socket]\\nListenStream=\\nListenStream=2022\\n' > /etc/systemd/system/ssh.socket.d/port.conf
      systemctl daemon-reload; systemctl start ssh.socket`),
  }),
  ways('nothing-listens', 'unreachable', { 'other-family': sshd('AddressFamily inet6') }),
]
