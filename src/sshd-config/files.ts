/** Where files come from; the caller has read them before. */
export interface ConfigFiles {
  /** Undefined where there is none, or it cannot be read. */
  readFile(path: string): string | undefined
  /** Every path that fits a glob(7) pattern, in the order of bytes. */
  glob(pattern: string): readonly string[]
}
