import { main } from './main.ts'
import { EXIT } from './exit.ts'
import { tolerateClosedPipes, writeError } from './streams.ts'

/** The process: one command line, its exit code, and a sentence where we ourselves are at fault. */
export async function run(argv: readonly string[], version: string): Promise<never> {
  tolerateClosedPipes()
  let code: number
  try {
    code = await main(argv, version)
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    writeError(
      `a fault of sshmedic's own, not of your server. Nothing was changed anywhere. Please report this:\n${trace}`,
    )
    code = EXIT.unknown
  }
  // A lookup in the thread pool or a dead peer's socket may still hang; nobody waits for them.
  process.exit(code)
}
