/**
 * What ssh says besides, and what the programs around it say: neither a failure nor the server's words. Each begins the
 * line. OpenSSH 6.6 to 10.5, git, scp, sftp, rsync, ansible, gcloud, VS Code.
 */
const OWN: readonly RegExp[] = [
  /^Pseudo-terminal will not be allocated/,
  /^(?:Warning|WARNING): /,
  /^\*\* /,
  /^@{20,}$|^@ {3,}/,
  /^(?:IT IS POSSIBLE THAT SOMEONE|Someone could be eavesdropping|It is also possible that a host key|The fingerprint for the )/,
  /^(?:SHA256:|MD5:|[0-9a-f]{2}:[0-9a-f]{2}:)/,
  /^Please contact your system administrator\.$/,
  /^(?:Add correct host key in|Offending |Matching host key in| {2}remove with:| {2}ssh-keygen )/,
  /^(?:DNS SPOOFING is happening|and its host key have changed|and the key for the corresponding IP|is (?:unknown|unchanged|the same|different)\. |The \S+ host key for )/,
  /^(?:This could mean that a stolen key|impersonate this host\.|Exiting, you have requested strict checking)/,
  /^(?:Password|Keyboard-interactive|Agent|X11|Port|Tunnel) (?:authentication|forwarding) is disabled to avoid/,
  /^(?:The authenticity of host|\S+ key fingerprint is|\+-+\[?|\| .* \|$|No matching host key fingerprint found in DNS|Matching host key fingerprint found)/,
  /^(?:This (?:host )?key is (?:not )?known by|Are you sure you want to continue connecting|Please type 'yes')/,
  /^(?:It is (?:required|recommended) that your private key|This private key will be ignored\.|Permissions (?:0\d{3} )?for ')/,
  /^(?:Load key |no such identity: |Could not load|sign_and_send_pubkey: |Identity added|get_agent_identities|agent )/,
  /^(?:Enter passphrase for |Bad passphrase|Enter PIN for|Confirm user presence)/,
  /^(?:\S+@\S+'s password:|\(\S+@\S+\) |[Pp]assword:|Verification code:)/,
  /^(?:Authenticated (?:using|with partial|to) |Transferred: |Bytes per second: |Killed by signal|Exit status|compress (?:in|out)going)/,
  /^(?:Connection to \S+ closed\.|Shared connection to .{1,200} closed\.|Connection closed\.? ?$|Connection closed by remote host$)/,
  /^(?:ControlSocket |Control socket |mux_client_|channel_|channel \d+: |Could not request|bind \[|cannot listen|Remote forward|Allocated port)/,
  /^(?:client_global_hostkeys|hostkeys_|Learned new hostkey|Deprecating obsolete|update_known_hosts|Server failed to confirm)/,
  /^(?:command-line|unknown option|usage: | {7,}\[?-| {7,}(?:destination|ssh) )/,
  /^(?:OpenSSH|debug[123]: |debug: | {2}#\d)/,
  /^Last login: /,
]

const WRAPPERS: readonly RegExp[] = [
  /^fatal: (?:Could not read from remote repository|the remote end hung up|early EOF|unable to fork)/i,
  /^(?:Please make sure you have the correct access rights|and the repository exists\.|Cloning into '|remote: )/,
  /^(?:lost connection|scp: |sftp> |Couldn't read packet|rsync: |rsync error: |Failed to create (?:sub)?process|unexplained error)/,
  /^(?:fatal|ok|changed|failed): \[[^\]]{1,200}\]/,
  /^(?:PLAY|TASK|RUNNING HANDLER)\b/,
  /^(?:\[\/usr\/bin\/ssh\] exited|Recommendation: |External IP address was not found|Updating project ssh metadata|Waiting for SSH key)/,
  /^(?:Could not establish connection|The process tried to write to a nonexistent pipe|Failed to parse remote port|Exit code: |Resolver error|Got some output|Terminating local server|Install terminal quit)/,
  /^(?:Using username |Using keyboard-interactive|Looking up host|Connecting to \S+ port|We claim version|Server refused our key|Authenticating with public key|login as: )/,
  /^(?:Traceback \(most recent|\s+File "|\s+at [\w$.]+\(|EOFError|During handling of the above)/,
  // the command the user pasted along
  /^(?:PS )?\S{0,80} ?\S{0,80}[$#%>❯➜] ?(?:sudo )?(?:ssh|scp|sftp|git|rsync|ansible(?:-\w{1,20})?|plink|mosh|autossh|gcloud|sshmedic)\b/,
]

/** Whether a line is one of ssh's or a wrapping program's ordinary remarks. */
export const isOrdinary = (line: string): boolean =>
  OWN.some((pattern) => pattern.test(line)) || WRAPPERS.some((pattern) => pattern.test(line))

/** What a strange program on the way says when it fails; a banner or a greeting does not read like this. */
export const soundsLikeFailure = (line: string): boolean =>
  /error|fail|denied|refused|not found|no such|unable|can ?not|can't|couldn't|timed? ?out|unauthori[sz]ed|expired|invalid|missing|no token|forbidden|unreachable|rejected|unknown|usage:/i.test(
    line,
  )

/** What servers and PAM modules tell a user whom they are about to send away. pam_nologin, pam_unix, pam_faillock, pam_time, sshd. */
export const isFarewell = (line: string): boolean =>
  /account (?:has|is|was)\b.{0,40}(?:expired|locked|disabled|not available)|password has expired|permitted to log ?in|System is (?:booting up|going down)|shutdown in progress|logins? (?:is|are) .{0,20}(?:disabled|denied|closed)|not allowed to (?:access|log ?in)|Access (?:is )?denied|There were too many logins/i.test(
    line,
  )
