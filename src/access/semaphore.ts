/** So many at a time; who comes later waits. The number may shrink when the other side places out to take fewer. */
export class Semaphore {
  #limit: number
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  get limit(): number {
    return this.#limit
  }

  get running(): number {
    return this.#running
  }

  /** Never below one. */
  shrink(limit: number): void {
    this.#limit = Math.max(1, Math.min(this.#limit, limit))
  }

  /** Waits for its turn; false where the signal came first, and then no turn was taken. */
  async take(signal?: AbortSignal): Promise<boolean> {
    while (this.#running >= this.#limit) {
      if (signal?.aborted) return false
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
        signal?.addEventListener('abort', () => resolve(), { once: true })
      })
    }
    if (signal?.aborted) {
      this.#wake()
      return false
    }
    this.#running++
    return true
  }

  give(): void {
    this.#running--
    this.#wake()
  }

  #wake(): void {
    // Somebody in the line may have given up meanwhile; who finds no turn waits again.
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}
