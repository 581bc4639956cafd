import { parseCommandLine } from './command-line.ts'
import { writeError, writeResult } from './streams.ts'
import { EXIT } from './exit.ts'

/** Runs one command line and returns the exit code. Commands are loaded when they are asked for: start-up is felt. */
export async function main(argv: readonly string[], version: string): Promise<number> {
  const line = parseCommandLine(argv)
  if ('error' in line) {
    writeError(line.error)
    return EXIT.usage
  }
  switch (line.verb) {
    case 'version':
      return (await writeResult(`sshmedic ${version}\n`)) ? EXIT.reachable : EXIT.unknown
    case 'help':
      return (await writeResult((await import('./help.ts')).HELP)) ? EXIT.reachable : EXIT.unknown
    case 'explain':
      return (await import('./verbs/explain/run.ts')).explain(line, version)
    case 'startups':
      return (await import('./verbs/startups/run.ts')).startupsCommand(line.words ?? [], version)
    case 'logs':
      return (await import('./verbs/logs/run.ts')).logsCommand(line.words ?? [], version)
    case 'config':
      return (await import('./verbs/config/run.ts')).configCommand(line.words ?? [], version)
    case 'diagnose':
      return (await import('./verbs/diagnose/run.ts')).diagnoseCommand(line, version)
  }
}
