// Machines that let their user in, and look odd to whoever looks around on them: rules that name others, disks full that nobody logs
// in to, files that changed since sshd started. None of it may be called a disease.
import { DEFAULT_RELEASES } from './hosts/release.ts'
import { configureSshd } from './breaking/sshd-config.ts'
import type { BrokenFault, FaultLab } from './types.ts'

const ODD: Record<string, (lab: FaultLab) => Promise<unknown>> = {
  'lists-that-name-us': ({ machine }) =>
    configureSshd(machine, ['AllowUsers ops root alice@10.77.*', 'DenyUsers bob', 'AllowGroups alice ops root']),
  'keys-through-a-link': ({ machine }) =>
    machine.must('mkdir -m 755 /srv/keys; mv ~alice/.ssh /srv/keys/alice; ln -s /srv/keys/alice ~alice/.ssh'),
  'others-expired': ({ machine }) =>
    machine.must('useradd -m bob; usermod -L -e 1 bob; useradd -m eve; chage -d 0 eve; passwd -l alice'),
  'boot-full': ({ machine }) =>
    machine.must(
      'for d in /boot /mnt; do mount -t tmpfs -o size=1m full $d; dd if=/dev/zero of=$d/x bs=64k 2>/dev/null || true; done',
    ),
  'denied-at-the-next-reload': ({ machine }) =>
    machine.must(
      'sleep 1; echo "DenyUsers alice" > /etc/ssh/sshd_config.d/x.conf; echo "MaxSessions none" >> /etc/ssh/sshd_config',
    ),
  'reinstalled-and-not-restarted': ({ machine }) =>
    machine.must('mv /usr/sbin/sshd /usr/sbin/sshd.dpkg-old; cp -a /usr/sbin/sshd.dpkg-old /usr/sbin/sshd'),
  'wrappers-that-allow-us': ({ machine }) =>
    machine.must(`echo 'sshd: 10.77.0.0/255.255.0.0' > /etc/hosts.allow; echo 'ALL: ALL' > /etc/hosts.deny`),
  'pam-access-that-allows-us': ({ machine }) =>
    machine.must(`
      sed -i '1i account required pam_access.so' /etc/pam.d/sshd
      printf '+:root ops alice:ALL\\n-:ALL:ALL\\n' >> /etc/security/access.conf`),
  'a-key-with-options': ({ machine }) =>
    machine.must(
      `sed -i 's/^/from="10.77.0.0\\/16,*.example.org",expiry-time="20990101",no-agent-forwarding /' ~alice/.ssh/authorized_keys`,
    ),
  'limits-that-suffice': ({ machine }) =>
    machine.must(
      `printf '* hard nproc 4000\\nbob hard nproc 0\\n* soft nofile 256\\n' > /etc/security/limits.d/x.conf`,
    ),
  'socket-activated': ({ machine }) => machine.must('systemctl stop ssh.service; systemctl start ssh.socket'),
  'one-address': ({ machine }) => configureSshd(machine, [`ListenAddress ${machine.address}`]),
  'noisy-shells': ({ machine }) =>
    machine.must(`sed -i '1i echo "@who"; echo "No space left on device" >&2' ~ops/.bashrc ~alice/.bashrc`),
}

/** Healthy, and odd from within. */
export const oddAndHealthy: BrokenFault = {
  id: 'healthy',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(ODD),
  verdict: 'reachable',
  fromWithin: { way: 'login' },
  async break(lab, variant) {
    await ODD[variant]!(lab)
    return { args: lab.client.sshArgs() }
  },
}
