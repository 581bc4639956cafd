import { foldersOf, globPaths, plain } from '../../src/sshd-config/glob.ts'
import { asPrinted } from '../../src/sshd-config/as-printed.ts'
import { effectiveConfig } from '../../src/sshd-config/effective.ts'
import type { ConfigFiles } from '../../src/sshd-config/files.ts'
import type { EffectiveConfig } from '../../src/sshd-config/types.ts'
import type { Release as DebianRelease } from '../../lab/hosts/release.ts'
import type { JudgedCase, Judgement } from './judge.ts'
import type { Release } from '../../src/openssh/release.ts'

export const RELEASES: Readonly<Record<DebianRelease, Release>> = {
  bookworm: { major: 9, minor: 2, distribution: 'debian' },
  trixie: { major: 10, minor: 0, distribution: 'debian' },
  bullseye: { major: 8, minor: 4, distribution: 'debian' },
}

/** Files of a case as sshd would find them. */
export function caseFiles(files: Readonly<Record<string, string>>): ConfigFiles {
  const paths = new Map(Object.entries(files).map(([path, text]) => [`/etc/ssh/${path}`, text]))
  const folders = foldersOf([...paths.keys(), '/etc/ssh/sshd_config.d/.keep'])
  return { readFile: (path) => paths.get(plain(path)), glob: (pattern) => globPaths(pattern, folders) }
}

export function ours(release: DebianRelease, { files, connection }: JudgedCase): EffectiveConfig {
  return effectiveConfig({
    main: '/etc/ssh/sshd_config',
    files: caseFiles(files),
    release: RELEASES[release],
    ...(connection ? { connection } : {}),
  })
}

/** Differences between our reading and sshd's, one line each; none is what we want. */
export function differences(config: EffectiveConfig, real: Judgement): string[] {
  const fatal = config.errors.filter((e) => e.fatal)
  // About the question, the keys that lie there, and a fault of its own: nothing that the configuration says.
  if (real.err.includes('not in connection test specification') && fatal.length === 0) return []
  if (fatal.length === 0 && real.err.includes('Name or service not known')) return []
  if (real.status === 139 && config.notes.some((n) => n.id === 'subsystem-only-in-match')) return []
  if (real.status === 1 && real.err.includes('no hostkeys available')) return []
  if (real.status !== 0) {
    if (fatal.length > 0) {
      // sshd's own words are among its own output.
      const said = fatal.some((e) => real.err.includes(e.says))
      return said ? [] : [`words: sshd says ${real.err.trim()} | we say ${fatal.map((e) => e.says).join(' | ')}`]
    }
    return [`sshd refuses it (${real.status}): ${real.err.trim()}`]
  }
  if (fatal.length > 0) return [`we refuse it: ${fatal.map((e) => `${e.file}:${e.line} ${e.says}`).join(' | ')}`]
  const printed = asPrinted(config)
  const keywords = new Set([...Object.keys(real.effective), ...Object.keys(printed)])
  return [...keywords].flatMap((keyword) => {
    const want = JSON.stringify(real.effective[keyword])
    const have = JSON.stringify(printed[keyword])
    return want === have ? [] : [`${keyword}: sshd ${want}, we ${have}`]
  })
}
