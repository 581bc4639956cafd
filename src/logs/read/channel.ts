/** What one side pushes the other pulls; whoever pushes waits until it was taken. */
export interface Channel {
  push(chunk: Uint8Array): Promise<void>
  /** No more comes; an error is thrown to whoever pulls. */
  end(error?: Error): void
  chunks: AsyncIterable<Uint8Array>
}

export function newChannel(): Channel {
  let chunk: Uint8Array | undefined
  let taken: (() => void) | undefined
  let wake: (() => void) | undefined
  let ended = false
  let failure: Error | undefined
  let abandoned = false
  async function* chunks(): AsyncIterable<Uint8Array> {
    try {
      for (;;) {
        if (chunk) {
          const now = chunk
          chunk = undefined
          yield now
          taken?.()
        } else if (ended) {
          if (failure) throw failure
          return
        } else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      abandoned = true
      taken?.()
    }
  }
  return {
    push(next) {
      if (abandoned || ended) return Promise.resolve()
      chunk = next
      wake?.()
      return new Promise<void>((resolve) => (taken = resolve))
    },
    end(error) {
      ended = true
      failure = error
      wake?.()
    },
    chunks: chunks(),
  }
}
