/** `node src/logs/scan/build.ts`: compiles engine/*.as into engine-wasm.ts, which is committed; a test holds them together. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const HERE = import.meta.dirname
/** In the order in which they are put behind one another. */
const PARTS = ['state', 'header', 'tables', 'pace', 'counts', 'addresses', 'messages', 'lines', 'absorb']
/** The constants of engine/state.as begin above the state it shares and below the block it reads (engine-memory.ts). */
const OPTIONS =
  '-O3 --runtime stub --enable simd,bulk-memory --memoryBase 131072 --initialMemory 48 --noAssert --use abort='

/**
 * `spells(p, "text")` becomes comparisons of whole words with constants, the last one overlapping: most of what the engine does is to ask whether
 * a message begins with known words. Reading past the text is harmless inside the block.
 */
function expandSpells(source: string): string {
  return source.replace(/spells\(([\w +-]+), "([^"]+)"\)/g, (_, place: string, text: string) => {
    const bytes = Buffer.from(text)
    const tests: string[] = []
    let at = 0
    while (at < bytes.length) {
      const left = bytes.length - at
      const size = left >= 8 || bytes.length >= 8 ? 8 : left >= 4 ? 4 : left >= 2 ? 2 : 1
      const from = left < size ? bytes.length - size : at
      const word = bytes.subarray(from, from + size).toReversed()
      tests.push(`load<u${size * 8}>(${place}, ${from}) == 0x${Buffer.from(word).toString('hex')}`)
      at = from + size
    }
    return `(${tests.join(' && ')})`
  })
}

const source = (): string => PARTS.map((name) => readFileSync(join(HERE, 'engine', `${name}.as`), 'utf8')).join('\n')

/** What of asc is used. */
interface Compiler {
  main(
    argv: readonly string[],
    files: {
      readFile(name: string): string | null
      writeFile(name: string, bytes: Uint8Array): void
      listFiles(): string[]
    },
  ): Promise<{ error: Error | null; stderr: { toString(): string } }>
}

/** The engine, compiled. Throws what the compiler says. */
export async function compileEngine(): Promise<Uint8Array> {
  // By a name that tsc does not follow: AssemblyScript's types put a console of their own over ours.
  const compiler: string = 'assemblyscript/asc'
  const { default: asc } = (await import(compiler)) as { default: Compiler }
  let compiled: Uint8Array | undefined
  const { error, stderr } = await asc.main(['engine.ts', ...OPTIONS.split(' '), '--outFile', 'engine.wasm'], {
    readFile: (name) => (name === 'engine.ts' ? expandSpells(source()) : null),
    writeFile: (name, bytes) => {
      if (name === 'engine.wasm') compiled = bytes
    },
    listFiles: () => [],
  })
  if (error || !compiled) throw new Error(`the engine does not compile:\n${stderr.toString()}`, { cause: error })
  return compiled
}

export function engineModule(wasm: Uint8Array): string {
  const text = Buffer.from(wasm).toString('base64')
  const rows = text.match(/.{1,112}/g)!.map((row) => `  '${row}',`)
  return `/** engine/*.as, compiled by build.ts; not for reading. */\nexport const ENGINE: string = [\n${rows.join('\n')}\n].join('')\n`
}

if (import.meta.main) writeFileSync(join(HERE, 'engine-wasm.ts'), engineModule(await compileEngine()))
