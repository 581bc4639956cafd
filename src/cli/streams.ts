import { visible } from '../core/visible.ts'

/** A sentence for a tired person, on stderr. */
export function writeError(says: string): void {
  process.stderr.write(`sshmedic: ${says.split('\n').map((line) => visible(line, 1000)).join('\n')}\n`)
}

/** Writes the result and waits until it is out; a reader that has gone away (`| head`) is not an error. */
export function writeResult(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve()
      else reject(error)
    })
  })
}

/** A closed pipe surfaces as an event as well; without a listener Node would die of it. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
}
