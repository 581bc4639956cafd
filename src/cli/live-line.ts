import { visible } from '../core/visible.ts'
import { ascii } from '../report/paint/ascii.ts'
import { screenOf } from './screen.ts'

/** One line on stderr that says what is being asked, rewritten in place; silent where stderr is no terminal. */
export interface LiveLine {
  say(text: string): void
  clear(): void
}

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & { write(text: string): unknown }

export function liveLine(stream: Terminal, env: Readonly<NodeJS.ProcessEnv> = process.env): LiveLine {
  if (!stream.isTTY || env['TERM'] === 'dumb') return { say: () => undefined, clear: () => undefined }
  const began = Date.now()
  let text = ''
  const draw = () => {
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    const { columns, utf8 } = screenOf(stream, env)
    const line = `${seconds} s  ${utf8 ? visible(text) : ascii(visible(text))}`.slice(0, Math.max(20, columns - 1))
    // CSI 2K erases the line; no colour, no cursor games, so that a log of it stays readable.
    stream.write(`\r\x1b[2K${line}`)
  }
  const timer = setInterval(draw, 250)
  timer.unref()
  return {
    say(now) {
      text = now
      draw()
    },
    clear() {
      clearInterval(timer)
      if (text) stream.write('\r\x1b[2K')
    },
  }
}
