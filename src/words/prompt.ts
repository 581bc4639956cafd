/** Prompts of shells, each at the start of a line, with what stands behind in the last group. */
const PROMPTS: readonly RegExp[] = [
  // alice@web:~$  [root@web ~]#  (venv) alice@web %  alice@web ~>
  /^(?:\([\w.-]{1,40}\) ?)?\[?[\w.-]{1,64}@[\w.-]{1,64}(?:[: ][^\s$#%>"'(),]{0,200})?\]? ?[$#%>❯➜](?: {1,4}(.{0,8000}))?$/,
  // PS C:\Users\alice>  C:\>  PS /home/alice>
  /^(?:PS )?(?:[A-Z]:\\[^<>|"]{0,250}|(?<=PS )[~/][^<>|"]{0,250})>{1,2} ?(.{0,8000})$/,
  // bash-5.2$  sh-4.4#
  /^(?:bash|sh|zsh|ksh)-\d{1,2}\.\d{1,3}[$#] ?(.{0,8000})$/,
]

/** A bare `$ ` or `# ` begins many a line that is no command; these are. */
const BARE =
  /^[$#%❯➜»] {1,3}((?:sudo |doas |env \S{1,60} |time )?(?:ssh|scp|sftp|sshpass|ssh-\w{2,12}|git|rsync|ansible(?:-\w{1,20})?|plink|putty|mosh|autossh|gcloud|aws|az|nc|ncat|telnet|curl|ping|journalctl|systemctl|service|cat|tail|head|less|grep|egrep|zgrep|awk|sed|ls|ps|ss|netstat|lsof|vim?|nano|cd|export|eval|echo|chmod|chown|docker|kubectl|terraform|packer|vagrant|sshmedic|sshd|id|getent|pamtester|sssctl|restorecon|ausearch|dmesg|ip|ufw|iptables|nft|fail2ban-client|Get-\w{1,30}|Test-NetConnection)\b.{0,8000})$/

/** What stands behind a shell's prompt: a command, or what was printed beside the prompt. Undefined where there is no prompt. */
export function behindPrompt(line: string): string | undefined {
  if (!/[$#%>❯➜»]/.test(line.slice(0, 400))) return undefined
  for (const pattern of PROMPTS) {
    const m = pattern.exec(line)
    if (m) return m[1] ?? ''
  }
  return BARE.exec(line)?.[1]
}
