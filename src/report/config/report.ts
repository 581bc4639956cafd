import type { EditStep } from '../../core/remedy.ts'
import type { Finding } from '../../knowledge/config-rules/types.ts'
import type { Differing } from '../../sshd-config/differing.ts'
import type { ConfigError, Connection, EffectiveConfig } from '../../sshd-config/types.ts'

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
  /** What may be written now: it shuts out nobody who is present. */
  advice?: EditStep[]
  /** What might shut out whoever asks: to be written once that has been looked at. */
  advisedLater?: EditStep[]
  /** `refused`: what keeps sshd from starting with the other one. */
  diff?: { with: string; differing: Differing[]; refused: ConfigError[] }
  explain: boolean
}
