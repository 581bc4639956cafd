import type { Rule } from '../view.ts'
import { hint } from '../spelling.ts'

export const lineRefused: Rule = {
  id: 'line-refused',
  keywords: ['include'],
  side: 'reachability',
  sources: ['servconf.c process_server_config_line', 'openssh.md 6.1'],
  check(c) {
    return c.config.errors
      .filter(({ fatal }) => fatal)
      .map((error) => ({
        severity: 'critical' as const,
        at: { file: error.file, line: error.line },
        says: `${error.file}:${error.line}: ${error.says.replace(/\.$/, '')}. sshd does not start with this.`,
        reason: `A running sshd goes on until it is restarted or reloaded; then nobody gets in.${hint(c.config, error)}`,
      }))
  },
}
