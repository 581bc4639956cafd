/** Time as whoever observes sees it: handed in, so that a test moves it by hand and no room needs a clock of its own. */
export interface Clock {
  /** Seconds of a clock that only goes forward. */
  now(): number
  /** The wall's time, for what people read and files remember. */
  date(): Date
  /** Calls `then` once after so many seconds. @returns what calls it off */
  after(seconds: number, then: () => void): () => void
}
