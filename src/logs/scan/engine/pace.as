// How fast an address failed while it was at it: src/sshd-log/pace.ts, which says why, with the same numbers.

const VISIT: f64 = 600000
const LEAK_A: f64 = 10000
const LEAK_B: f64 = 60000
const LEAK_C: f64 = 5000

function newPace(s: u32): void {
  for (let i: u32 = 0; i < 8; i++) store<f64>(s + RECENT + i * 8, NaN)
  for (let i: u32 = 0; i < 9; i++) store<f64>(s + BUCKETS + i * 8, -<f64>Infinity)
}

/** One more failure, so long after the last one. */
function came(s: u32, gap: f64): void {
  if (abs<f64>(gap) <= VISIT) store<f64>(s + ACTIVE, load<f64>(s + ACTIVE) + max<f64>(0, gap))
  else store<f64>(s + VISITS, load<f64>(s + VISITS) + 1)
}

function pour(b: u32, now: f64, times: f64, count: f64): void {
  const out = max<f64>(load<f64>(b), now) + times
  store<f64>(b, out)
  store<f64>(b + 8, max<f64>(load<f64>(b + 8), out - now))
  store<f64>(b + 16, max<f64>(load<f64>(b + 16), count - now))
}

function paced(s: u32, at: f64, times: f64): void {
  if (isNaN(at)) return
  came(s, at - load<f64>(s + RECENT))
  for (let n = min<f64>(times, 5); n > 0; n--) {
    if (at - load<f64>(s + RECENT + 24) <= VISIT) store<f64>(s + FIVE, 1)
    store<f64>(s + RECENT + 24, load<f64>(s + RECENT + 16))
    store<f64>(s + RECENT + 16, load<f64>(s + RECENT + 8))
    store<f64>(s + RECENT + 8, load<f64>(s + RECENT))
    store<f64>(s + RECENT, at)
    if (isNaN(load<f64>(s + EARLY + 24))) {
      let e = s + EARLY
      while (!isNaN(load<f64>(e))) e += 8
      store<f64>(e, at)
    }
  }
  const count = load<f64>(s + PACED) + times
  store<f64>(s + PACED, count)
  pour(s + BUCKETS, at / LEAK_A, times, count)
  pour(s + BUCKETS + 24, at / LEAK_B, times, count)
  pour(s + BUCKETS + 48, at / LEAK_C, times, count)
}

function pourBehind(b: u32, c: u32, by: f64, count: f64, more: f64): void {
  const out = load<f64>(b)
  const carried = load<f64>(c + 16) - by
  store<f64>(b + 8, max<f64>(max<f64>(load<f64>(b + 8), load<f64>(c + 8)), out + carried))
  store<f64>(b + 16, max<f64>(load<f64>(b + 16), count + carried))
  store<f64>(b, max<f64>(out + more, load<f64>(c) + by))
}

/** The pace of a later part, of which `t` is the source, behind that of `s`. */
function takePace(s: u32, t: u32): void {
  const first = load<f64>(t + EARLY)
  if (isNaN(first)) return
  const latest = load<f64>(t + RECENT)
  const shift = later(latest) - latest
  const count = load<f64>(s + PACED)
  const more = load<f64>(t + PACED)
  if (count > 0) {
    came(s, first + shift - load<f64>(s + RECENT))
    store<f64>(s + VISITS, load<f64>(s + VISITS) - 1)
  }
  store<f64>(s + ACTIVE, load<f64>(s + ACTIVE) + load<f64>(t + ACTIVE))
  store<f64>(s + VISITS, load<f64>(s + VISITS) + load<f64>(t + VISITS))
  if (load<f64>(t + FIVE) > 0) store<f64>(s + FIVE, 1)
  for (let i: u32 = 0; i < 4; i++)
    if (load<f64>(t + EARLY + i * 8) + shift - load<f64>(s + RECENT + (3 - i) * 8) <= VISIT) store<f64>(s + FIVE, 1)
  let e: u32 = 0
  while (e < 4 && !isNaN(load<f64>(s + EARLY + e * 8))) e++
  for (let i: u32 = 0; e < 4; i++, e++) store<f64>(s + EARLY + e * 8, load<f64>(t + EARLY + i * 8) + shift)
  let r: u32 = 0
  while (r < 4 && !isNaN(load<f64>(t + RECENT + r * 8))) r++
  for (let i: u32 = 4; i > r; i--) store<f64>(s + RECENT + (i - 1) * 8, load<f64>(s + RECENT + (i - 1 - r) * 8))
  for (let i: u32 = 0; i < r; i++) store<f64>(s + RECENT + i * 8, load<f64>(t + RECENT + i * 8) + shift)
  pourBehind(s + BUCKETS, t + BUCKETS, shift / LEAK_A, count, more)
  pourBehind(s + BUCKETS + 24, t + BUCKETS + 24, shift / LEAK_B, count, more)
  pourBehind(s + BUCKETS + 48, t + BUCKETS + 48, shift / LEAK_C, count, more)
  store<f64>(s + PACED, count + more)
}
