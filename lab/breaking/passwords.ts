/** sshd_config lines: cloud images turn passwords off and a plain Debian leaves them on; the lab's seed decides. */
export function passwordsOrNot(random: () => number): string[] {
  return random() < 0.5 ? ['PasswordAuthentication no'] : []
}
