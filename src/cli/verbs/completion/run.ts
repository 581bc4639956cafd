import { EXIT } from '../../exit.ts'
import { writeResult } from '../../streams.ts'
import { Unreadable } from '../../verb-words.ts'
import { VERBS } from '../../verbs.ts'
import { bash } from './bash.ts'
import { fish } from './fish.ts'
import { SHELLS } from './help.ts'
import { zsh } from './zsh.ts'

const SCRIPTS = { bash, zsh, fish } satisfies Record<(typeof SHELLS)[number], unknown>

/** `sshmedic completion bash|zsh|fish`: the script, made from the verbs. */
export async function run({ positionals }: { positionals: string[] }): Promise<number> {
  const shell = SHELLS.find((name) => name === positionals[0])
  if (shell === undefined || positionals.length > 1) throw new Unreadable(`say one shell: ${SHELLS.join(', ')}.`)
  return (await writeResult(SCRIPTS[shell](VERBS))) ? EXIT.reachable : EXIT.unknown
}
