import { connectionOf, newAttempts, remember, rememberAs, settle, type Attempts } from '../../sshd-log/attempts.ts'
import { laterByYears } from '../../sshd-log/clock.ts'
import { concludeSummary } from '../../sshd-log/conclude.ts'
import { FROM_9_8, generationsOf, UP_TO_9_7 } from '../../sshd-log/generations.ts'
import { LONGEST_LINE, newReadState, recogniseLine, type ReadState } from '../../sshd-log/line.ts'
import type { SourceCounter } from '../../sshd-log/sources.ts'
import type { SummaryOptions } from '../../sshd-log/summary-options.ts'
import { newTally, tallyLine, tallyWords, type Tally } from '../../sshd-log/tally.ts'
import { ABOUT_THROTTLING, Throttling } from '../../sshd-log/throttling.ts'
import type { LogLine, LogSummary } from '../../sshd-log/types.ts'
import { readActivity } from './activity.ts'
import { EngineInstance } from './engine-instance.ts'
import { AT, BEGIN_OF_HEAP, BLOCK, BLOCK_SIZE, KEY, KINDS, REST, SCRATCH, SCRATCH_NAME } from './engine-memory.ts'
import { newLineSplitter, TOO_LONG } from './lines.ts'
import { optimiseMuch } from './optimiser.ts'
import { appendCounts, yearsBetween, type Counts, type Part } from './part.ts'

const NEWLINE = 10
/** From so many lines on that the engine does not know, the recogniser is worth every optimisation. */
const MANY_COLD = 10_000

/** The fast engine: the usual lines of a log are counted in WebAssembly, the others by the recogniser. Takes the bytes of one stretch of a log. */
export class Reader {
  readonly #engine: EngineInstance
  readonly #state: ReadState
  readonly #tally: Tally = newTally()
  readonly #throttling: LogLine[] = []
  readonly #attempts: Attempts
  /** The line that was recognised last, by its number: what a `last message repeated` behind it means. */
  #recognisedLine = -1
  /** Last line of the block before. */
  #carried: Uint8Array | undefined
  #rest = 0
  #cold = 0
  #long: ReturnType<typeof newLineSplitter> | undefined
  /** By how many years the part that is being appended stands later than it knew. */
  #years = 0

  constructor(options: { begin?: number; zone?: string }) {
    this.#state = newReadState({ begin: options.begin, zone: options.zone })
    this.#engine = new EngineInstance({
      cold: (start, end, previous, previousEnd) => this.#onCold(start, end, previous, previousEnd),
      drain: () => this.#drainMinutes(),
      told: (how, keyEnd) => this.#onTold(how, keyEnd),
      later: (at) => laterByYears(at, this.#years),
    })
    this.#attempts = newAttempts({ failed: this.#counter('failed'), accepted: this.#counter('accepted') })
  }

  /** Where up to BLOCK_SIZE bytes may be put; `filled` says how many were. Ask anew each time: memory moves. */
  block(): Uint8Array {
    this.#engine.refresh()
    return this.#engine.bytes.subarray(BLOCK, BLOCK + BLOCK_SIZE)
  }

  filled(length: number): void {
    let from = BLOCK - this.#rest
    if (this.#long) {
      const { bytes } = this.#engine
      const newline = bytes.subarray(BLOCK, BLOCK + length).indexOf(NEWLINE)
      this.#long.bytes(bytes.subarray(BLOCK, newline < 0 ? BLOCK + length : BLOCK + newline + 1))
      if (newline < 0) return
      this.#long = undefined
      from = BLOCK + newline + 1
    }
    this.#run(from, BLOCK + length)
  }

  bytes(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += BLOCK_SIZE) {
      const piece = chunk.subarray(from, from + BLOCK_SIZE)
      this.block().set(piece)
      this.filled(piece.length)
    }
  }

  endOfSource(): void {
    if (this.#long) {
      this.#long.end()
      this.#long = undefined
    } else if (this.#rest > 0) this.bytes(Buffer.from('\n'))
  }

  /** What was read, as plain data of its own memory. */
  part(): Part {
    const counts = this.#counts()
    const { u32, calls } = this.#engine
    const said = this.#recognisedLine === counts.tally.lines ? this.#state.before : undefined
    return {
      ...counts,
      heap: calls.memory.buffer.slice(BEGIN_OF_HEAP, u32[AT.heap >> 2]!),
      firstSource: u32[AT.firstSource >> 2]!,
      last: {
        ...(this.#carried && { bytes: this.#carried }),
        cold: this.#recognisedLine === counts.tally.lines,
        ...(said && { said, message: this.#state.message }),
      },
    }
  }

  /** Puts a part that another reader has read of the same log behind what was read here. */
  append(later: Part): void {
    const counts = this.#counts()
    this.#years = yearsBetween(counts, later)
    const { calls } = this.#engine
    const room = calls.room(later.heap.byteLength)
    this.#engine.refresh()
    this.#engine.bytes.set(new Uint8Array(later.heap), room)
    calls.absorb(later.firstSource, room - BEGIN_OF_HEAP)
    this.#engine.refresh()
    this.#settleOrphans(later)
    const lines = later.tally.lines
    appendCounts(counts, later, this.#years)
    this.#takeCounts(counts)
    if (lines === 0) return
    this.#carried = later.last.bytes
    this.#recognisedLine = later.last.cold ? counts.tally.lines : -1
    delete this.#state.before
    if (!later.last.said) return
    this.#state.before = later.last.said
    this.#state.message = later.last.message
  }

  summary(options: SummaryOptions): LogSummary {
    const { tally } = this.#counts()
    const throttling = new Throttling()
    for (const line of this.#throttling) throttling.add(line)
    return concludeSummary(tally, (iso) => readActivity(this.#engine, iso), throttling, options)
  }

  #counter(what: 'failed' | 'accepted'): SourceCounter['failed'] {
    return (address, user, at, times) => {
      const engine = this.#engine
      engine.refresh()
      const n = this.#putAddress(address)
      const m = engine.putText(user, SCRATCH_NAME, 4 * LONGEST_LINE)
      engine.calls[what](SCRATCH, n, SCRATCH_NAME, m, at, times)
      engine.refresh()
    }
  }

  #putAddress(address: string): number {
    return this.#engine.putText(address.slice(0, 255), SCRATCH, SCRATCH_NAME - SCRATCH)
  }

  #drainMinutes(): void {
    const { u32, f64 } = this.#engine
    const n = u32[AT.minutes >> 2]!
    for (let i = 0; i < n; i++) {
      const at = (AT.minuteRecords >> 3) + i * 3
      const counts = this.#tally.minutes.get(f64[at]!) ?? [0, 0, 0]
      counts[0] += f64[at + 1]!
      counts[1] += f64[at + 2]!
      this.#tally.minutes.set(f64[at]!, counts)
    }
    u32[AT.minutes >> 2] = 0
  }

  /** Is this telling of an attempt one to be counted? */
  #onTold(how: number, keyEnd: number): number {
    const { pending } = this.#attempts
    const connection = this.#engine.text(KEY, keyEnd)
    if (how !== 1) {
      if (how === 2) rememberAs(pending, connection, 1)
      else remember(pending, connection, 1)
      return 1
    }
    if (settle(pending, connection, 1) === 0) return 0
    const [pid, address] = connection.split(' ', 2) as [string, string]
    const user = connection.slice(pid.length + address.length + 2)
    const at = this.#engine.number(AT.toldAt)
    const method = 'keyboard-interactive/pam'
    this.#attempts.orphan({ line: 0, kind: 'failed', method, at, pid: Number(pid), address, user }, 1)
    return 1
  }

  #onCold(start: number, end: number, previous: number, previousEnd: number): void {
    if (++this.#cold === MANY_COLD) optimiseMuch(true)
    const text = this.#textOf(start, end)
    if (text.includes('last message repeated')) this.#recogniseBefore(previous, previousEnd)
    this.#readCold(text, this.#engine.number(AT.lines))
  }

  #textOf(start: number, end: number): string {
    const { bytes } = this.#engine
    let from = start
    while (from < end && bytes[from] === 0) from++
    return end - from > LONGEST_LINE * 4 ? TOO_LONG : bytes.toString('utf8', start, end)
  }

  #readCold(text: string, line: number): void {
    const { i32 } = this.#engine
    const state = this.#state
    state.line = line - 1
    state.clock.years = i32[AT.years >> 2]!
    state.clock.month = i32[AT.month >> 2]!
    const said = recogniseLine(text, state)
    i32[AT.years >> 2] = state.clock.years
    i32[AT.month >> 2] = state.clock.month
    if (i32[AT.firstMonth >> 2]! < 0) i32[AT.firstMonth >> 2] = state.clock.month
    this.#recognisedLine = line
    if (!said) return
    this.#takeTimes()
    tallyLine(this.#tally, said)
    tallyWords(this.#tally, said, state.message ?? '')
    this.#putTimes()
    this.#attempts.add(said)
    if (ABOUT_THROTTLING.has(said.kind)) this.#throttling.push(said)
  }

  /** The line before was counted in the engine: read it once more, for its words only. */
  #recogniseBefore(previous: number, previousEnd: number): void {
    if (this.#recognisedLine === this.#engine.number(AT.lines) - 1) return
    const before = previous === 0 ? this.#carried : this.#engine.bytes.subarray(previous, previousEnd)
    const state = this.#state
    delete state.before
    if (!before) return
    const clock = { ...state.clock }
    recogniseLine(Buffer.from(before).toString('utf8'), state)
    Object.assign(state.clock, clock)
  }

  #run(from: number, to: number): void {
    const engine = this.#engine
    engine.bytes[to] = NEWLINE
    const stopped = engine.calls.run(from, to)
    engine.refresh()
    const { bytes, u32 } = engine
    const previous = u32[AT.previous >> 2]!
    if (previous !== 0) this.#carried = Uint8Array.from(bytes.subarray(previous, u32[AT.previousEnd >> 2]!))
    this.#rest = to - stopped
    if (this.#rest > REST) {
      this.#long = newLineSplitter((text) => {
        engine.put(AT.lines, engine.number(AT.lines) + 1)
        this.#readCold(text, engine.number(AT.lines))
      })
      this.#long.bytes(bytes.subarray(stopped, to))
      this.#rest = 0
    } else if (this.#rest > 0) bytes.copyWithin(BLOCK - this.#rest, stopped, to)
  }

  /** An attempt of the later part may be the second telling of one in ours: then both have counted it. */
  #settleOrphans(later: Part): void {
    for (const orphan of later.orphans) {
      const times = orphan.count ?? 1
      const twice = times - settle(this.#attempts.pending, connectionOf(orphan), times)
      if (twice === 0) continue
      const n = this.#putAddress(orphan.address ?? 'UNKNOWN')
      this.#engine.calls.uncount(SCRATCH, n, laterByYears(orphan.at ?? NaN, this.#years), twice)
    }
    this.#engine.refresh()
    this.#drainMinutes()
  }

  /** What the engine has counted so far goes to the tally, and it begins anew. */
  #counts(): Counts {
    this.#engine.refresh()
    this.#drainMinutes()
    const { u32, i32, f64 } = this.#engine
    const tally = this.#tally
    tally.lines = f64[AT.lines >> 3]!
    tally.recognised += f64[AT.recognised >> 3]!
    f64[AT.recognised >> 3] = 0
    for (const [i, kind] of KINDS.entries()) {
      const at = (AT.kinds >> 3) + i
      if (f64[at]! > 0) tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + f64[at]!)
      f64[at] = 0
    }
    this.#takeTimes()
    const written = u32[AT.written >> 2]!
    if (written & 1) tally.generations.add(UP_TO_9_7)
    if (written & 2) tally.generations.add(FROM_9_8)
    if (written & 4) tally.generations.add(generationsOf({ line: 0, kind: 'no-identification', port: 1 }))
    return {
      tally,
      throttling: this.#throttling,
      pending: this.#attempts.pending,
      orphans: this.#attempts.orphans,
      years: i32[AT.years >> 2]!,
      month: i32[AT.month >> 2]!,
      firstMonth: i32[AT.firstMonth >> 2]!,
    }
  }

  #takeCounts({ tally, years, month, firstMonth }: Counts): void {
    const { i32 } = this.#engine
    this.#engine.put(AT.lines, tally.lines)
    this.#putTimes()
    i32[AT.years >> 2] = years
    i32[AT.month >> 2] = month
    i32[AT.firstMonth >> 2] = firstMonth
  }

  #takeTimes(): void {
    for (const name of TIMES) this.#tally[name] = this.#engine.number(AT[name])
  }

  #putTimes(): void {
    for (const name of TIMES) this.#engine.put(AT[name], this.#tally[name])
  }
}

/** Times that the engine and the tally both keep. */
const TIMES = ['firstAt', 'lastAt', 'anchor', 'anchored'] as const
