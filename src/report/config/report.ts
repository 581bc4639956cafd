import type { Finding } from '../../ssh/sshd-config/audit/types.ts'
import type { Differing } from '../../ssh/sshd-config/differing.ts'
import type { Edit } from '../../ssh/sshd-config/place.ts'
import type { Connection, EffectiveConfig } from '../../ssh/sshd-config/types.ts'

/** A line to write, and the finding it answers. */
export interface Advice {
  keyword: string
  value: string
  /** Undefined: no place was found where it would win. */
  edit?: Edit
  because: string
}

/** Everything `sshmedic config` has found out; each renderer takes what it needs. */
export interface ConfigReport {
  version: string
  /** The main file as sshd sees it. */
  main: string
  /** Where it was read: `this disk`, `/mnt/root`, `ops@web1`. */
  where: string
  /** Why this release: `--release`, the sshd of that machine, …; a half sentence. */
  releaseFrom: string
  connection?: Connection
  config: EffectiveConfig
  /** sshd's own answer differs from ours: keyword, its values, ours. */
  disagreements?: Differing[]
  audit?: Finding[]
  advice?: Advice[]
  diff?: { with: string; differing: Differing[] }
  explain: boolean
}
