import type { ClientLog } from '../core/types.ts'

type KeyProblem = ClientLog['keyProblems'][number]

const KEY_RULES: readonly (readonly [RegExp, KeyProblem['problem']])[] = [
  [/^Warning: Identity file (.{1,500}) not accessible: No such file/, 'missing'],
  [/^Warning: Identity file (.{1,500}) not accessible: /, 'unreadable'],
  [/^no such identity: (.{1,500}): No such file/, 'missing'],
  [/^no such identity: (.{1,500}): /, 'unreadable'],
  [/^Permissions (?:0\d{3} )?for '(.{1,500})' are too open/, 'too-open'],
  [/^Load key "(.{1,500})": bad permissions/, 'too-open'],
  [/^Load key "(.{1,500})": No such file/, 'missing'],
  [/^Load key "(.{1,500})": incorrect passphrase/, 'passphrase'],
  [/^Load key "(.{1,500})": /, 'unreadable'],
  [/^Enter passphrase for (?:key |)['"](.{1,500})['"]/, 'passphrase'],
  [/^sign_and_send_pubkey: signing failed for \S{1,60} "(.{1,500})": incorrect passphrase/, 'passphrase'],
  [/^Unable to use key file "(.{1,500})"/, 'unreadable'],
  [/^(?:Error: )?Error loading key "(.{1,500})": /, 'unreadable'],
  // paramiko and Node's ssh2 do not name the file.
  [/\b(Private key file) is encrypted/, 'passphrase'],
  [/Cannot parse privateKey: (Encrypted .{0,60}private key) detected, but no passphrase given/, 'passphrase'],
]

/** The key file a line complains of (sshconnect2.c load_identity_file, authfile.c sshkey_perm_ok, ssh.c; PuTTY); the path as it stands there. */
export function keyProblemOfLine(line: string): KeyProblem | undefined {
  for (const [pattern, problem] of KEY_RULES) {
    const path = pattern.exec(line)?.[1]
    // The server's own keys are nothing the client has to do with.
    if (path) return /\bssh_host_\w{1,40}_key/.test(path) ? undefined : { path, problem }
  }
  return undefined
}

/** `OpenSSH_9.2p1` out of ssh -v's first line; 10.0 has it behind `debug1: `. */
export const clientRelease = (line: string): string | undefined =>
  /^(?:debug1: )?(OpenSSH_[\w.-]{1,40}),? /.exec(line)?.[1]

/** A line the server sent in front of its identification, as -v shows it: 8.0 on, and before. */
export const bannerLine = (words: string): string | undefined =>
  /^kex_exchange_identification: banner line \d{1,5}: (.{0,4000})$/.exec(words)?.[1] ??
  /^ssh_exchange_identification: (.{0,4000})$/.exec(words)?.[1] ??
  // As nc and telnet show it: the two notices sshd writes in place of its identification (openssh.md 1.3).
  /^(Exceeded MaxStartups|Not allowed at this time)\.?$/.exec(words.trim())?.[1]

/** The server's own name for itself, put together again as it was sent. */
export function remoteIdentification(words: string): string | undefined {
  const m = /^Remote protocol version (\d{1,4}\.\d{1,4}), remote software version (.{0,500})$/.exec(words)
  return m ? `SSH-${m[1]}-${m[2]}` : undefined
}

/** The address ssh talks to: `Connecting to host [1.2.3.4] port 22.` or `Authenticated to host ([1.2.3.4]:22)`. */
export const addressOfLine = (words: string): string | undefined =>
  /^Connecting to \S.{0,300} \[([\da-fA-F.:]{2,60}(?:%[\w.-]{1,40})?)\] port /.exec(words)?.[1] ??
  /^Authenticated to .{1,300} \(\[([\da-fA-F.:]{2,60}(?:%[\w.-]{1,40})?)\]:/.exec(words)?.[1]

/** The name beside it: what ssh was told, after ssh_config and canonicalisation. */
export const hostOfLine = (words: string): string | undefined =>
  /^Connecting to (\S.{0,300}) \[[\da-fA-F.:]{2,60}(?:%[\w.-]{1,40})?\] port /.exec(words)?.[1] ??
  /^Authenticated to (.{1,300}) \(\[[\da-fA-F.:]{2,60}(?:%[\w.-]{1,40})?\]:/.exec(words)?.[1] ??
  /^ssh: connect to host (\S{1,300}) port \d/.exec(words)?.[1]

/** `Server host key: ssh-ed25519 SHA256:…`; of a certificate it is the fingerprint of the key in it (sshkey.c sshkey_fingerprint_raw). */
export const hostKeyOfLine = (words: string): string | undefined =>
  /^Server host (?:key|certificate): [\w@.-]{1,80} (SHA256:[\w+/]{43})\b/.exec(words)?.[1]

/** A key option of authorized_keys that the server announced and that keeps a shell from being one (auth-options.c, 7.x on; `Forced command.` before). */
export const isForcedCommand = (words: string): boolean =>
  /^Remote: (?:.{0,500}key options:(?: \S+){0,20} command\b|Forced command)/.test(words.slice(0, 1200))
