import { greeted, pasted, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { serverKind } from './server-kind.ts'

const named = (identification: string) => sheet({ contact: { contacts: [{ ...greeted(), identification }] } })

readings(serverKind, [
  ['nothing heard', {}, '-'],
  ['OpenSSH', named('SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7'), 'openssh'],
  ['OpenSSH for Windows', named('SSH-2.0-OpenSSH_for_Windows_8.1'), 'openssh-windows'],
  ['dropbear', named('SSH-2.0-dropbear_2022.83'), 'dropbear'],
  ['tinysshd', named('SSH-2.0-tinyssh_20230101 1a2b3c'), 'tinyssh'],
  ["ProFTPD's mod_sftp", named('SSH-2.0-mod_sftp/0.9.9'), 'proftpd'],
  ['GitHub', named('SSH-2.0-babeld-4f04c79d'), 'git-host'],
  ['a router', named('SSH-2.0-ROSSSH'), 'appliance'],
  ['a library', named('SSH-2.0-libssh_0.9.6'), 'other'],
  [
    'as ssh -v shows it',
    sheet({ 'client-text': pasted('debug1: Remote protocol version 2.0, remote software version dropbear_2015.67') }),
    'dropbear',
  ],
])
