import { newAttempts, remember, settle } from '../../sshd-log/attempts.ts'
import { LONGEST_LINE, newReadState, recogniseLine } from '../../sshd-log/line.ts'
import type { SourceCounter } from '../../sshd-log/sources.ts'
import { newTally, tallyLine } from '../../sshd-log/summary.ts'
import { ABOUT_THROTTLING } from '../../sshd-log/throttling.ts'
import { FROM_9_8, generationsOf, UP_TO_9_7 } from '../../sshd-log/generations.ts'
import type { LogLine } from '../../sshd-log/types.ts'
import { AT, BLOCK, BLOCK_SIZE, KEY, KINDS, REST, SCRATCH, SCRATCH_NAME } from './engine-memory.ts'
import { ENGINE } from './engine-wasm.ts'
import { newLineSplitter, TOO_LONG } from './lines.ts'
import type { Part } from './part.ts'

/** What of WebAssembly is used; neither es2024 nor @types/node has its names. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: unknown }
}

interface Engine {
  memory: { readonly buffer: ArrayBuffer }
  run(from: number, to: number): number
  reset(seed: bigint): void
  failed(address: number, n: number, user: number, m: number, at: number, times: number): void
  accepted(address: number, n: number, user: number, m: number, at: number, times: number): void
}

/** Takes the bytes of one stretch of a log. */
export interface Reader {
  /** Where up to BLOCK_SIZE bytes may be put; `filled` says how many were. Ask anew each time: memory moves. */
  block(): Uint8Array
  filled(length: number): void
  bytes(chunk: Uint8Array): void
  endOfSource(): void
  part(): Part
}

const NEWLINE = 10
const WORD = new TextEncoder()

/** The fast engine: the usual lines are counted in WebAssembly, the others by the recogniser. */
export function newReader(options: { begin?: number; zone?: string }): Reader {
  const state = newReadState({ begin: options.begin, zone: options.zone })
  const tally = newTally()
  const throttling: LogLine[] = []
  /** The line that was recognised last, by its number: what a `last message repeated` behind it means. */
  let recognisedLine = -1
  /** Last line of the block before. */
  let carried: Buffer | undefined
  let rest = 0
  let long: ReturnType<typeof newLineSplitter> | undefined

  const engine = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(ENGINE, 'base64')), {
    env: { cold: onCold, drain: onDrain, told: onTold },
  }).exports as unknown as Engine
  // Attackers choose the names: a table's order must not be theirs to choose.
  engine.reset(crypto.getRandomValues(new BigUint64Array(1))[0]!)

  let view = new DataView(engine.memory.buffer)
  let bytes = Buffer.from(engine.memory.buffer)
  const refresh = (): void => {
    if (view.buffer === engine.memory.buffer) return
    view = new DataView(engine.memory.buffer)
    bytes = Buffer.from(engine.memory.buffer)
  }
  const text = (from: number, to: number): string => bytes.toString('latin1', from, to)
  const f64 = (at: number): number => view.getFloat64(at, true)
  const put = (at: number, value: number): void => view.setFloat64(at, value, true)

  const count = (what: 'failed' | 'accepted'): SourceCounter['failed'] => {
    return (address, user, at, times) => {
      refresh()
      const n = WORD.encodeInto(address.slice(0, 255), bytes.subarray(SCRATCH, SCRATCH_NAME)).written
      const m = WORD.encodeInto(user, bytes.subarray(SCRATCH_NAME, SCRATCH_NAME + 4 * LONGEST_LINE)).written
      engine[what](SCRATCH, n, SCRATCH_NAME, m, at, times)
      refresh()
    }
  }
  const attempts = newAttempts({ failed: count('failed'), accepted: count('accepted') })

  function onDrain(): void {
    refresh()
    const n = view.getUint32(AT.minutes, true)
    for (let i = 0; i < n; i++) {
      const at = AT.minuteRecords + i * 24
      const counts = tally.minutes.get(f64(at)) ?? [0, 0, 0]
      counts[0] += f64(at + 8)
      counts[1] += f64(at + 16)
      tally.minutes.set(f64(at), counts)
    }
    view.setUint32(AT.minutes, 0, true)
  }

  /** Is this telling of an attempt one to be counted? */
  function onTold(how: number, keyEnd: number): number {
    refresh()
    const connection = text(KEY, keyEnd)
    if (how === 0) {
      remember(attempts.pending, connection, 1)
      return 1
    }
    if (settle(attempts.pending, connection, 1) === 0) return 0
    const [pid, address] = connection.split(' ', 2) as [string, string]
    const user = connection.slice(pid.length + address.length + 2)
    attempts.orphan(
      {
        line: 0,
        kind: 'failed',
        method: 'keyboard-interactive/pam',
        at: f64(AT.toldAt),
        pid: Number(pid),
        address,
        user,
      },
      1,
    )
    return 1
  }

  function onCold(start: number, end: number, previous: number, previousEnd: number): void {
    refresh()
    const text = textOf(start, end)
    if (text.includes('last message repeated')) recogniseBefore(previous, previousEnd)
    readCold(text, f64(AT.lines))
  }

  function textOf(start: number, end: number): string {
    let from = start
    while (from < end && bytes[from] === 0) from++
    return end - from > LONGEST_LINE * 4 ? TOO_LONG : bytes.toString('utf8', start, end)
  }

  function readCold(text: string, line: number): void {
    state.line = line - 1
    state.clock.years = view.getInt32(AT.years, true)
    state.clock.month = view.getInt32(AT.month, true)
    const said = recogniseLine(text, state)
    view.setInt32(AT.years, state.clock.years, true)
    view.setInt32(AT.month, state.clock.month, true)
    if (view.getInt32(AT.firstMonth, true) < 0) view.setInt32(AT.firstMonth, state.clock.month, true)
    recognisedLine = line
    if (!said) return
    tally.firstAt = f64(AT.firstAt)
    tally.lastAt = f64(AT.lastAt)
    tally.anchor = f64(AT.anchor)
    tally.anchored = f64(AT.anchored)
    tallyLine(tally, said)
    put(AT.firstAt, tally.firstAt)
    put(AT.lastAt, tally.lastAt)
    put(AT.anchor, tally.anchor)
    put(AT.anchored, tally.anchored)
    attempts.add(said)
    if (ABOUT_THROTTLING.has(said.kind)) throttling.push(said)
  }

  /** The line before was counted in the engine: read it once more, for its words only. */
  function recogniseBefore(previous: number, previousEnd: number): void {
    if (recognisedLine === f64(AT.lines) - 1) return
    const before = previous === 0 ? carried : bytes.subarray(previous, previousEnd)
    delete state.before
    if (!before) return
    const clock = { ...state.clock }
    recogniseLine(before.toString('utf8'), state)
    Object.assign(state.clock, clock)
  }

  const run = (from: number, to: number): void => {
    bytes[to] = NEWLINE
    const stopped = engine.run(from, to)
    refresh()
    const previous = view.getUint32(AT.previous, true)
    if (previous !== 0) carried = Buffer.from(bytes.subarray(previous, view.getUint32(AT.previousEnd, true)))
    rest = to - stopped
    if (rest > REST) {
      long = newLineSplitter((text) => {
        put(AT.lines, f64(AT.lines) + 1)
        readCold(text, f64(AT.lines))
      })
      long.bytes(bytes.subarray(stopped, to))
      rest = 0
    } else if (rest > 0) bytes.copyWithin(BLOCK - rest, stopped, to)
  }

  const reader: Reader = {
    block() {
      refresh()
      return bytes.subarray(BLOCK, BLOCK + BLOCK_SIZE)
    },
    filled(length) {
      let from = BLOCK - rest
      if (long) {
        const newline = bytes.subarray(BLOCK, BLOCK + length).indexOf(NEWLINE)
        long.bytes(bytes.subarray(BLOCK, newline < 0 ? BLOCK + length : BLOCK + newline + 1))
        if (newline < 0) return
        long = undefined
        from = BLOCK + newline + 1
      }
      run(from, BLOCK + length)
    },
    bytes(chunk) {
      for (let from = 0; from < chunk.length; from += BLOCK_SIZE) {
        const piece = chunk.subarray(from, from + BLOCK_SIZE)
        reader.block().set(piece)
        reader.filled(piece.length)
      }
    },
    endOfSource() {
      if (long) {
        long.end()
        long = undefined
      } else if (rest > 0) reader.bytes(Buffer.from('\n'))
    },
    part() {
      onDrain()
      tally.lines = f64(AT.lines)
      tally.recognised += f64(AT.recognised)
      for (const [i, kind] of KINDS.entries()) {
        const n = f64(AT.kinds + i * 8)
        if (n > 0) tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + n)
      }
      tally.firstAt = f64(AT.firstAt)
      tally.lastAt = f64(AT.lastAt)
      tally.anchor = f64(AT.anchor)
      tally.anchored = f64(AT.anchored)
      const written = view.getUint32(AT.written, true)
      if (written & 1) tally.generations.add(UP_TO_9_7)
      if (written & 2) tally.generations.add(FROM_9_8)
      if (written & 4) tally.generations.add(generationsOf({ line: 0, kind: 'no-identification', port: 1 }))
      return {
        tally,
        memory: engine.memory.buffer,
        heap: view.getUint32(AT.heap, true),
        firstSource: view.getUint32(AT.firstSource, true),
        names: view.getUint32(AT.names, true),
        throttling,
        pending: attempts.pending,
        orphans: attempts.orphans,
        years: view.getInt32(AT.years, true),
        month: view.getInt32(AT.month, true),
        firstMonth: view.getInt32(AT.firstMonth, true),
      }
    },
  }
  return reader
}
