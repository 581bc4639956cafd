import { visible } from '../core/visible.ts'

/** One line on stderr that says what is being asked, rewritten in place; silent where stderr is no terminal. */
export interface LiveLine {
  say(text: string): void
  clear(): void
}

export function liveLine(stream: NodeJS.WriteStream, enabled: boolean): LiveLine {
  if (!enabled || !stream.isTTY || process.env.TERM === 'dumb') return { say: () => undefined, clear: () => undefined }
  const began = Date.now()
  let text = ''
  const draw = () => {
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    const line = `${seconds} s  ${visible(text)}`.slice(0, Math.max(20, (stream.columns || 80) - 1))
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
