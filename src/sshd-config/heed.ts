import type { ConfigError, ConfigNote, EffectiveConfig } from './types.ts'

/** What a real sshd said of the same configuration: whether `-T` ended well, and else what it complained about. */
export interface SshdSaid {
  ok: boolean
  error?: string
}

/**
 * Where the sshd of the machine takes what we believe it refuses, or refuses what we believe it takes, it is right: builds
 * with patches know words that we do not.
 */
export function heedSshd(config: EffectiveConfig, said: SshdSaid): EffectiveConfig {
  const fatal = config.errors.filter((error) => error.fatal)
  if (said.ok) {
    if (fatal.length === 0) return config
    const notes = fatal.map(({ file, line, says }): ConfigNote => {
      const at = config.lines.find((each) => each.file === file && each.line === line)
      return {
        id: 'taken-by-this-sshd',
        keyword: at?.canonical ?? '',
        says: `The sshd of that machine takes ${file}:${line}, of which this program would have said: ${says}.`,
        source: `${file}:${line}`,
      }
    })
    return { ...config, errors: config.errors.filter((error) => !error.fatal), notes: [...config.notes, ...notes] }
  }
  if (fatal.length > 0) return config
  return { ...config, errors: [...config.errors, ...refusals(said.error ?? '')] }
}

/** The lines that name a place; what else keeps `sshd -T` from its end (a key, a folder) is not the configuration's. */
function refusals(error: string): ConfigError[] {
  return error.split(/\r?\n/).flatMap((text) => {
    const m = /^(\/.*?)(?: |: )line (\d{1,9}): (.+)$/.exec(text)
    if (!m || /^(?:Deprecated|Unsupported) option/.test(m[3]!)) return []
    return [{ file: m[1]!, line: Number(m[2]), says: m[3]!, fatal: true }]
  })
}
