import { ENGINE } from './engine-wasm.ts'

/** What of WebAssembly is used; neither es2024 nor @types/node has its names. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: unknown }
}

/** What the engine offers; engine/*.as has each. Places are addresses in its memory, times milliseconds. */
interface Calls {
  memory: { readonly buffer: ArrayBuffer }
  run(from: number, to: number): number
  reset(seed: bigint): void
  failed(address: number, n: number, user: number, m: number, at: number, times: number): void
  accepted(address: number, n: number, user: number, m: number, at: number, times: number): void
  uncount(address: number, n: number, at: number, times: number): void
  room(size: number): number
  absorb(firstSource: number, delta: number): void
}

/** What the engine asks of JavaScript while it runs (engine/state.as). */
export interface Asked {
  cold(start: number, end: number, previous: number, previousEnd: number): void
  drain(): void
  told(how: number, keyEnd: number): number
  later(at: number): number
}

const WORD = new TextEncoder()

/** One engine with its memory, which moves whenever it grows: `refresh` after each call into it, and whenever it calls. */
export class EngineInstance {
  readonly calls: Calls
  bytes: Buffer
  u32: Uint32Array
  i32: Int32Array
  f64: Float64Array

  constructor(asked: Asked) {
    const env = {
      cold: (start: number, end: number, previous: number, previousEnd: number) => {
        this.refresh()
        asked.cold(start, end, previous, previousEnd)
      },
      drain: () => {
        this.refresh()
        asked.drain()
      },
      told: (how: number, keyEnd: number) => {
        this.refresh()
        return asked.told(how, keyEnd)
      },
      later: (at: number) => asked.later(at),
    }
    const module = new WebAssembly.Module(Buffer.from(ENGINE, 'base64'))
    this.calls = new WebAssembly.Instance(module, { env }).exports as Calls
    // Attackers choose the names: a table's order must not be theirs to choose.
    this.calls.reset(crypto.getRandomValues(new BigUint64Array(1))[0]!)
    const { buffer } = this.calls.memory
    this.bytes = Buffer.from(buffer)
    this.u32 = new Uint32Array(buffer)
    this.i32 = new Int32Array(buffer)
    this.f64 = new Float64Array(buffer)
  }

  refresh(): void {
    const { buffer } = this.calls.memory
    if (this.u32.buffer === buffer) return
    this.bytes = Buffer.from(buffer)
    this.u32 = new Uint32Array(buffer)
    this.i32 = new Int32Array(buffer)
    this.f64 = new Float64Array(buffer)
  }

  text(from: number, to: number): string {
    return this.bytes.toString('latin1', from, to)
  }

  /** A number the engine keeps at `at`, which is a multiple of 8. */
  number(at: number): number {
    return this.f64[at >> 3]!
  }

  put(at: number, value: number): void {
    this.f64[at >> 3] = value
  }

  /** Puts text into the memory, at most `most` bytes of it; how many. */
  putText(text: string, at: number, most: number): number {
    return WORD.encodeInto(text, this.bytes.subarray(at, at + most)).written
  }
}
