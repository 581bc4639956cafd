import { parseCommandLine } from '../ssh/command-line.ts'
import { writeError } from './streams.ts'
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
      process.stdout.write(`sshmedic ${version}\n`)
      return EXIT.reachable
    case 'help':
      process.stdout.write((await import('./help.ts')).HELP)
      return EXIT.reachable
    case 'explain':
      return (await import('./commands/explain.ts')).explain(line, version)
    case 'diagnose':
      return (await import('./commands/diagnose.ts')).diagnoseCommand(line, version)
  }
}
