import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { rotationOf } from './rotation.ts'

/** Where sshd's lines may be, best first: what stands earlier has them all, and later ones would count them twice. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:auth\.log|secure|authlog)$/, 'auth.log, secure'],
  [/^sshd?(?:[-_.].*)?\.log$|^sshd?$/, 'sshd*.log'],
  [/\.(?:journal-export|export)$|^journal.*\.(?:json|txt|log|export)$/, 'journal exports'],
  [/^(?:messages|syslog|system\.log|everything)$/, 'messages, syslog'],
  [/(?:auth|secure|ssh).*$/i, 'names with auth, secure or ssh'],
  [/\.(?:log|json|txt)$/, '*.log'],
]

/** What is looked for in a folder, in words. */
export const LOOKED_FOR = KINDS.map(([, name]) => name).join('; ')

/** Paths of the logs in a folder that sshd writes to; empty where there are none. Throws what reading a folder throws. */
export function logsInFolder(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ name }) => name)
  for (const [pattern] of KINDS) {
    const found = names.filter((name) => pattern.test(rotationOf(name).stem))
    if (found.length > 0) return found.sort().map((name) => join(folder, name))
  }
  return []
}
