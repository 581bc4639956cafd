/** Cloud images turn passwords off and a plain Debian leaves them on: sshd_config lines for either, by the lab's seed. */
export function passwordsOrNot(random: () => number): string[] {
  return random() < 0.5 ? ['PasswordAuthentication no'] : []
}
