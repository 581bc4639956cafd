// From bytes to lines, and of each line: done with, or `cold`.

function isForeign(p: u32, end: u32): bool {
  if (odd || !((at8(p) | 32) - 97 < 26) || spells(p, "sshd") || spells(p, "dropbear")) return false
  let q = p
  for (; q < end; q++) {
    const c = at8(q)
    if (!((c | 32) - 97 < 26 || c - 48 < 10 || c == 45 || c == 95 || c == 47)) break
  }
  if (q - p > 60 || end - q < 3) return false
  if (at8(q) == 91) {
    const pid = ++q
    while (q < end && digit(q)) q++
    if (q == pid || q >= end || at8(q) != 93) return false
    q++
  }
  return end - q > 2 && at8(q) == 58 && at8(q + 1) == 32
}

/** One line without control characters. True if it is done with. */
function hot(start: u32, end: u32): bool {
  let p = headerEnd(start, end)
  if (p == 0) {
    p = learn(start, end)
    if (p == 0) return false
  }
  if (end - p < 12) return false
  if (load<u32>(p) != 0x64687373) {
    // The time decides whether there is a header at all.
    return isForeign(p, end) && !isNaN(peek(start))
  }
  let q = p + 4
  let session = false
  if (at8(q) == 45) {
    if (!spells(q, "-session")) return false
    session = true
    q += 8
  }
  if (at8(q) != 91) return false
  const pid = ++q
  while (digit(q)) q++
  if (q == pid || q - pid > 10 || at8(q) != 93 || load<u16>(q + 1) != 0x203a) return false
  q += 3
  if (q + 4 > end || at8(q) == 32) return false
  const last = at8(end - 1)
  if (last == 32 && at8(q) != 112) return false
  const years = load<i32>(YEARS)
  const month = load<i32>(MONTH)
  const at = timeOf(start)
  if (isNaN(at)) return false
  pidAt = pid
  pidEnd = q - 3
  let times: f64 = 1
  let kind: u32
  if (at8(q) == 109) {
    times = repeated(q, end, at)
    kind = times > 0 ? K_FAILED : NONE
  } else kind = kindOf(q, end, at)
  if (kind == NONE) {
    store<i32>(YEARS, years)
    store<i32>(MONTH, month)
    return false
  }
  const slot = KINDS + (kind << 3)
  store<f64>(slot, load<f64>(slot) + times)
  store<f64>(RECOGNISED, load<f64>(RECOGNISED) + 1)
  if (session) store<u32>(WRITTEN, load<u32>(WRITTEN) | 2)
  else if (kind <= K_DISCONNECTED) store<u32>(WRITTEN, load<u32>(WRITTEN) | 1)
  else if (kind == K_NO_IDENTIFICATION) store<u32>(WRITTEN, load<u32>(WRITTEN) | 4)
  if (classic && load<i32>(FIRST_MONTH) < 0) store<i32>(FIRST_MONTH, minuteMonth)
  const before = load<f64>(LAST_AT)
  if (at >= 0 && before < 0 && isNaN(load<f64>(ANCHOR))) {
    store<f64>(ANCHOR, at)
    store<f64>(ANCHORED, before)
  }
  if (isNaN(load<f64>(FIRST_AT))) store<f64>(FIRST_AT, at)
  store<f64>(LAST_AT, at)
  return true
}

/** Is the time of the strict shape? The years stay as they are. */
function peek(start: u32): f64 {
  const years = load<i32>(YEARS)
  const month = load<i32>(MONTH)
  const at = timeOf(start)
  store<i32>(YEARS, years)
  store<i32>(MONTH, month)
  return at
}

/** Reads whole lines from `from` to `to`; there must be a newline at `to`, not counted. Returns where the first line that is not whole begins. */
export function run(from: u32, to: u32): u32 {
  let start = from
  let previous: u32 = 0
  let previousEnd: u32 = 0
  const space = i8x16.splat(32)
  while (start < to) {
    let p = start
    let mask: i32
    for (;;) {
      mask = i8x16.bitmask(i8x16.lt_s(v128.load(p), space))
      if (mask != 0) break
      p += 16
    }
    p += <u32>ctz(mask)
    if (p >= to) break
    let end = p
    let plain = at8(p) == 10
    if (!plain) {
      if (at8(p) == 13 && at8(p + 1) == 10 && p + 1 < to) {
        plain = true
        p++
      } else {
        const newline = i8x16.splat(10)
        for (;;) {
          mask = i8x16.bitmask(i8x16.eq(v128.load(p), newline))
          if (mask != 0) break
          p += 16
        }
        p += <u32>ctz(mask)
        if (p >= to) break
        end = p
      }
    }
    store<f64>(LINES, load<f64>(LINES) + 1)
    if (!plain || !hot(start, end)) cold(start, p, previous, previousEnd)
    previous = start
    previousEnd = p
    start = p + 1
  }
  store<u32>(PREVIOUS, previous)
  store<u32>(PREVIOUS + 4, previousEnd)
  return start
}

export function reset(seed: u64): void {
  store<u64>(SEED, seed)
  store<f64>(FIRST_AT, NaN)
  store<f64>(LAST_AT, NaN)
  store<f64>(ANCHOR, NaN)
  store<f64>(ANCHORED, NaN)
  store<i32>(MONTH, -1)
  store<i32>(FIRST_MONTH, -1)
  store<u32>(HEAP, BEGIN_OF_HEAP)
  const sources = allocate(4096 * 8)
  store<u32>(SOURCE_SLOTS, sources)
  store<u32>(SOURCE_SLOTS + 4, 4096)
  store<u32>(NAME_SLOTS, allocate(4096 * 8))
  store<u32>(NAME_SLOTS + 4, 4096)
}
