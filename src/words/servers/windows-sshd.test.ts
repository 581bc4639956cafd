import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './windows-sshd.ts'

readsEachLine(ENTRIES, [
  [
    'windows-bad-permissions',
    'Bad permissions. Try removing permissions for user: S-1-5-11 on file C:/ProgramData/ssh/administrators_authorized_keys.',
  ],
  [
    'windows-bad-permissions',
    'Bad permissions. Try removing permissions for user: NT AUTHORITY\\Authenticated Users (S-1-5-11) on file C:/ProgramData/ssh/administrators_authorized_keys.',
  ],
  ['windows-bad-owner', 'Bad owner on C:\\Users\\alice\\.ssh\\authorized_keys'],
  ['windows-authentication-refused', 'Authentication refused.'],
  [
    'windows-file-permissions-unread',
    'failed to retrieve the owner sid and dacl of file C:/ProgramData/ssh/administrators_authorized_keys with error code: 2',
  ],
  [
    'windows-principal-lookup-failed',
    "lookup_principal_name: User principal name lookup failed for user 'example\\alice' (explicit: 1355, implicit: 1355)",
  ],
  ['windows-no-token', 'unable to get security token for user alice'],
  ['windows-no-token', 'get_user_token - unable to generate token on 2nd attempt for user alice'],
  [
    'windows-no-virtual-token',
    'get_user_token - unable to generate sshd virtual token, ensure sshd service has TCB privileges',
  ],
  ['windows-lsa-failed', 'LsaRegisterLogonProcess failed, error:c0000041'],
  [
    'windows-logon-failed',
    "generate_s4u_user_token: LsaLogonUser() failed. User 'example\\alice' Status: 0xC0000062 SubStatus 0.",
  ],
  ['windows-password-failed', 'Windows authentication failed for user: alice domain: . error: 1326'],
  ['windows-password-expired', 'password for user alice has expired'],
  ['windows-user-lookup', 'get_passwd: lookup_sid() failed: 1332.'],
  ['windows-account-type', 'get_passwd: Invalid account type: 4.'],
  ['windows-group-unresolved', 'unable to resolve group admins'],
  ['windows-group-info-failed', 'unable to retrieve group info for user alice'],
  ['windows-create-process-failed', 'CreateProcessAsUserW failed error:2'],
  ['windows-unsupported', 'fork is not supported'],
  ['windows-no-unix-sockets', 'Unix domain server sockets are not supported'],
  ['windows-program-data', "couldn't find ProgramData environment variable"],
  [
    'windows-default-shell',
    'Unable to open Registry Key HKEY_LOCAL_MACHINE. The system cannot find the file specified.',
  ],
  ['windows-spawn-failed', 'posix_spawn: No such file or directory'],
  [
    'windows-service-terminated',
    'The OpenSSH SSH Server service terminated unexpectedly.  It has done this 1 time(s).',
  ],
  [
    'windows-service-not-started',
    'The OpenSSH SSH Server service failed to start due to the following error: The system cannot find the file specified.',
  ],
  ['windows-start-service', "Start-Service : Failed to start service 'OpenSSH SSH Server (sshd)'."],
  [
    'windows-service-cannot-be-started',
    "Start-Service : Service 'OpenSSH SSH Server (sshd)' cannot be started due to the following error: Cannot start service sshd on computer '.'.",
  ],
  ['windows-service-state', 'The OpenSSH SSH Server service entered the running state.'],
])
