/** Who prints messages that people bring. `tags` are the names that stand in front of its lines in a log. */
interface Manners {
  title: string
  /** Which side of the connection says it. */
  side: 'client' | 'server'
  tags?: readonly string[]
}

export const SPEAKERS = {
  ssh: { title: "ssh, OpenSSH's client, with scp, sftp and ssh-add", side: 'client', tags: ['ssh', 'autossh'] },
  sshd: {
    title: "sshd, OpenSSH's server, and its children",
    side: 'server',
    tags: ['sshd', 'sshd-session', 'sshd-auth'],
  },
  'windows-sshd': { title: 'OpenSSH for Windows, where it differs', side: 'server', tags: ['sshd.exe'] },
  pam: { title: "PAM's modules", side: 'server' },
  systemd: { title: 'systemd', side: 'server', tags: ['systemd'] },
  logind: { title: 'systemd-logind', side: 'server', tags: ['systemd-logind'] },
  kernel: { title: 'the kernel', side: 'server', tags: ['kernel'] },
  audit: { title: "the kernel's audit", side: 'server', tags: ['audit', 'auditd', 'audispd'] },
  selinux: { title: 'SELinux', side: 'server', tags: ['setroubleshoot', 'sealert'] },
  apparmor: { title: 'AppArmor', side: 'server' },
  sssd: {
    title: 'SSSD',
    side: 'server',
    tags: ['sssd', 'sssd_be', 'sssd_pam', 'sssd_nss', 'sssd_ssh', 'krb5_child', 'ldap_child'],
  },
  'cloud-init': { title: 'cloud-init', side: 'server', tags: ['cloud-init'] },
  fail2ban: {
    title: 'fail2ban',
    side: 'server',
    tags: ['fail2ban', 'fail2ban-server', 'fail2ban.actions', 'fail2ban.filter'],
  },
  sshguard: { title: 'sshguard', side: 'server', tags: ['sshguard'] },
  crowdsec: { title: 'CrowdSec', side: 'server', tags: ['crowdsec'] },
  denyhosts: { title: 'DenyHosts', side: 'server', tags: ['denyhosts'] },
  dropbear: { title: 'dropbear', side: 'server', tags: ['dropbear', 'authpriv.info dropbear'] },
  tinysshd: { title: 'tinysshd', side: 'server', tags: ['tinysshd'] },
  proftpd: { title: "ProFTPD's mod_sftp", side: 'server', tags: ['proftpd', 'mod_sftp'] },
  putty: { title: 'PuTTY, plink, pscp and psftp', side: 'client' },
  winscp: { title: 'WinSCP', side: 'client' },
  filezilla: { title: 'FileZilla', side: 'client' },
  securecrt: { title: 'SecureCRT', side: 'client' },
  bitvise: { title: 'Bitvise SSH Client', side: 'client' },
  paramiko: { title: 'Paramiko', side: 'client' },
  asyncssh: { title: 'asyncssh', side: 'client' },
  'net-ssh': { title: 'Net::SSH of Ruby', side: 'client' },
  'ssh-net': { title: 'SSH.NET', side: 'client' },
  libssh: { title: 'libssh', side: 'client' },
  libssh2: { title: 'libssh2', side: 'client' },
  curl: { title: 'curl', side: 'client' },
  jsch: { title: 'JSch', side: 'client' },
  sshj: { title: 'sshj', side: 'client' },
  'apache-mina': { title: 'Apache MINA SSHD', side: 'client' },
  'go-ssh': { title: "Go's x/crypto/ssh and programs over it", side: 'client' },
  russh: { title: 'russh', side: 'client' },
  'node-ssh2': { title: "Node's ssh2", side: 'client' },
  dbclient: { title: "dropbear's dbclient", side: 'client' },
  ansible: { title: 'Ansible', side: 'client' },
  terraform: { title: 'Terraform and Packer', side: 'client' },
  vagrant: { title: 'Vagrant', side: 'client' },
  git: { title: 'git and what hosts it', side: 'client' },
  rsync: { title: 'rsync', side: 'client' },
  'vs-code': { title: 'VS Code Remote - SSH', side: 'client' },
  'github-actions': { title: 'GitHub Actions', side: 'client' },
  jenkins: { title: 'Jenkins', side: 'client' },
  gcloud: { title: 'gcloud', side: 'client' },
  aws: { title: "AWS's command line and its agents", side: 'client' },
  netcat: { title: 'nc, ncat and telnet', side: 'client' },
  system: { title: "the system's own words for a failed call, in whatever program", side: 'client' },
} as const satisfies Record<string, Manners>

export type Speaker = keyof typeof SPEAKERS
