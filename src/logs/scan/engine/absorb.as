// Puts what a later part of the same log knows of its sources behind what is known. Its heap was copied to `delta` bytes behind where it was.

/** A name of the later part as one of ours; what it became is kept in its place. */
function nameFrom(pointer: u32, delta: u32): u32 {
  if (pointer == 0) return 0
  const entry = pointer + delta
  const n = load<u32>(entry + NAME_LENGTH)
  if (n == TAKEN) return load<u32>(entry)
  const name = nameOf(entry + NAME_BYTES, n)
  store<u32>(entry, name)
  store<u32>(entry + NAME_LENGTH, TAKEN)
  return name
}
const TAKEN: u32 = 0xffffffff

function takeNames(source: u32, list: u32, at: u32, delta: u32): void {
  for (let node = load<u32>(at + list); node != 0; node = load<u32>(node + delta + 4))
    listed(source, list, nameFrom(load<u32>(node + delta), delta))
}

function takeSpan(source: u32, first: u32, at: u32): void {
  span(source, first, later(load<f64>(at + first)))
  span(source, first, later(load<f64>(at + first + 8)))
}

/** The runs of failures that logins ended, the first of the later part with what was open before. */
function takeRuns(source: u32, at: u32, delta: u32): void {
  const run = load<f64>(source + RUN)
  const before = load<f64>(at + BEFORE)
  if (before < 0) {
    store<f64>(source + RUN, run + load<f64>(at + RUN))
    return
  }
  if (load<f64>(source + BEFORE) < 0) {
    store<f64>(source + BEFORE, run + before)
    store<f64>(source + FIRST_LOGIN, later(load<f64>(at + FIRST_LOGIN)))
    store<u32>(source + FIRST_USER, nameFrom(load<u32>(at + FIRST_USER), delta))
  } else if (run + before > load<f64>(source + BEST)) {
    store<f64>(source + BEST, run + before)
    store<f64>(source + BEST_AT, later(load<f64>(at + FIRST_LOGIN)))
    store<u32>(source + BEST_USER, nameFrom(load<u32>(at + FIRST_USER), delta))
  }
  if (load<f64>(at + BEST) > load<f64>(source + BEST)) {
    store<f64>(source + BEST, load<f64>(at + BEST))
    store<f64>(source + BEST_AT, later(load<f64>(at + BEST_AT)))
    store<u32>(source + BEST_USER, nameFrom(load<u32>(at + BEST_USER), delta))
  }
  store<f64>(source + RUN, load<f64>(at + RUN))
}

/** Room for the heap of a later part, at a place of its own alignment. */
export function room(size: u32): u32 {
  store<u32>(HEAP, (load<u32>(HEAP) + 63) & ~63)
  return allocate(size)
}

/** `first` is the later part's first source, where it was. */
export function absorb(first: u32, delta: u32): void {
  for (let pointer = first; pointer != 0; pointer = load<u32>(pointer + delta + NEXT)) {
    const at = pointer + delta
    const source = sourceOf(at + ADDRESS, load<u32>(at + LENGTH))
    store<f64>(source + FAILED, load<f64>(source + FAILED) + load<f64>(at + FAILED))
    store<f64>(source + ACCEPTED, load<f64>(source + ACCEPTED) + load<f64>(at + ACCEPTED))
    takeSpan(source, FAILED_FIRST, at)
    takeSpan(source, ACCEPTED_FIRST, at)
    takeNames(source, TRIED, at, delta)
    takeNames(source, ENTERED, at, delta)
    takeRuns(source, at, delta)
    takePace(source, at)
  }
}
