/** One line of PAM's configuration as it applies to a service, wherever it was included from. */
export interface PamLine {
  file: string
  /** `auth`, `account`, `password`, `session`. */
  type: string
  /** The type had a `-` in front: a missing module is no error. */
  optional: boolean
  control: string
  module: string
  args: string
}

const DEEPEST = 8
const LINE = /^(-?)(auth|account|password|session)\s+(\[[^\]]{0,400}\]|\S+)\s+(\S+)\s*(.*)$/i

/**
 * The whole stack of a service, includes followed in their places. `lines` are `FILE:LINE` of every file in pam.d (as grep
 * prints them), comments left out.
 */
export function pamStack(lines: readonly string[], service: string): PamLine[] {
  const files = new Map<string, { path: string; lines: string[] }>()
  let carried: { name: string; text: string } | undefined
  for (const line of lines) {
    const m = /^(\/[^:]{0,300}\/([^/:]{1,100})):(.*)$/.exec(line)
    if (!m) continue
    const [, path, name, raw] = m as unknown as [string, string, string, string]
    const text = (carried?.name === name ? carried.text : '') + raw.replace(/\s#.*$/, '').trim()
    carried = text.endsWith('\\') ? { name, text: `${text.slice(0, -1)} ` } : undefined
    if (carried) continue
    const file = files.get(name) ?? { path, lines: [] }
    // The first folder that has a file of the name is the one PAM reads.
    if (file.path === path) file.lines.push(text)
    files.set(name, file)
  }
  const stack: PamLine[] = []
  const follow = (name: string, only: string | undefined, depth: number): void => {
    const file = files.get(name)
    if (!file || depth > DEEPEST || stack.length > 500) return
    for (const text of file.lines) {
      const whole = /^@include\s+(\S+)$/.exec(text)
      if (whole) {
        follow(last(whole[1]!), only, depth + 1)
        continue
      }
      const m = LINE.exec(text)
      if (!m) continue
      const [, dash, type, control, module, args] = m as unknown as [string, string, string, string, string, string]
      if (only !== undefined && type.toLowerCase() !== only) continue
      if (/^(?:include|substack)$/i.test(control)) follow(last(module), type.toLowerCase(), depth + 1)
      else stack.push({ file: file.path, type: type.toLowerCase(), optional: dash === '-', control, module, args })
    }
  }
  follow(service, undefined, 0)
  return stack
}

const last = (path: string): string => path.replace(/^.*\//, '')
