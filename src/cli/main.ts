import { parseCommandLine } from './parse-command-line.ts'
import { writeError, writeResult } from './streams.ts'
import { EXIT } from './exit.ts'
import type { Verb, VerbOfWords } from './verb.ts'
import { VERBS } from './verbs.ts'
import { Unreadable, verbWords } from './verb-words.ts'

/** Runs one command line and returns the exit code. A verb is loaded when it is asked for: start-up is felt. */
export async function main(argv: readonly string[], version: string): Promise<number> {
  const line = parseCommandLine(argv)
  if ('error' in line) {
    writeError(line.error)
    return EXIT.usage
  }
  if (line.verb === 'version') return shown(`sshmedic ${version}\n`)
  const verb = VERBS.find(({ name }) => name === (line.about ?? line.verb))!
  if (line.about !== undefined) return help(verb)
  if (verb.reads === 'words') return runWords(verb, line.words ?? [], version)
  return (await verb.load()).run(line, version)
}

async function runWords(verb: VerbOfWords, argv: readonly string[], version: string): Promise<number> {
  try {
    const words = verbWords(argv, verb.options)
    if (words.values.help) return await help(verb)
    return await (await verb.load()).run(words, version)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const { usageOf } = await import('./help.ts')
    writeError(`${error.message}\n${usageOf(verb)}`)
    return EXIT.usage
  }
}

async function help(verb: Verb): Promise<number> {
  const { helpOf } = await import('./help.ts')
  return shown(helpOf(verb))
}

async function shown(text: string): Promise<number> {
  return (await writeResult(text)) ? EXIT.reachable : EXIT.unknown
}
