// What is counted of an address, and in each minute.

function span(source: u32, first: u32, at: f64): void {
  if (isNaN(at)) return
  const a = load<f64>(source + first)
  if (!(at >= a)) store<f64>(source + first, at)
  const b = load<f64>(source + first + 8)
  if (!(at <= b)) store<f64>(source + first + 8, at)
}

function inMinute(at: f64, field: u32, times: f64): void {
  if (isNaN(at)) return
  const minute = floor<f64>(at / 60000) * 60000
  let n = load<u32>(MINUTES)
  let record = <u32>MINUTE_RECORDS + (n - 1) * 24
  if (n == 0 || load<f64>(record) != minute) {
    if (n == MINUTE_LIMIT) { drain(); n = 0 }
    record = <u32>MINUTE_RECORDS + n * 24
    store<f64>(record, minute)
    store<f64>(record + 8, 0)
    store<f64>(record + 16, 0)
    store<u32>(MINUTES, n + 1)
  }
  store<f64>(record + field, load<f64>(record + field) + times)
}

export function failed(address: u32, n: u32, user: u32, m: u32, at: f64, times: f64): void {
  inMinute(at, 8, times)
  const source = sourceOf(address, n)
  store<f64>(source + FAILED, load<f64>(source + FAILED) + times)
  store<f64>(source + RUN, load<f64>(source + RUN) + times)
  pairOf(source, TRIED, user, m)
  span(source, FAILED_FIRST, at)
  paced(source, at, times)
}

/** Takes back attempts that two parts of a log both counted. */
export function uncount(address: u32, n: u32, at: f64, times: f64): void {
  inMinute(at, 8, -times)
  const source = sourceOf(address, n)
  store<f64>(source + FAILED, load<f64>(source + FAILED) - times)
  // If a login has ended the run of failures since, that run stays one too long: it is a bound for a reader, not a total.
  store<f64>(source + RUN, max<f64>(0, load<f64>(source + RUN) - times))
}

export function accepted(address: u32, n: u32, user: u32, m: u32, at: f64, times: f64): void {
  inMinute(at, 16, times)
  const source = sourceOf(address, n)
  store<f64>(source + ACCEPTED, load<f64>(source + ACCEPTED) + times)
  const name = pairOf(source, ENTERED, user, m)
  span(source, ACCEPTED_FIRST, at)
  const run = load<f64>(source + RUN)
  if (load<f64>(source + BEFORE) < 0) {
    store<f64>(source + BEFORE, run)
    store<f64>(source + FIRST_LOGIN, at)
    store<u32>(source + FIRST_USER, name)
  } else if (run > load<f64>(source + BEST)) {
    store<f64>(source + BEST, run)
    store<f64>(source + BEST_AT, at)
    store<u32>(source + BEST_USER, name)
  }
  store<f64>(source + RUN, 0)
}
