// AssemblyScript, compiled by build.ts to engine.wasm. Reads blocks of a log line by line. Lines of the usual shapes are counted
// here; every other line of sshd's, and every line of which this is not sure, goes to `cold`, the recogniser in JavaScript. So what
// is written here must be true of *exactly* those lines of which src/ssh/sshd-log says the same. No runtime, no objects: bytes and a bump heap.

// @ts-ignore: decorator
@external("env", "cold")
declare function cold(start: u32, end: u32, previous: u32, previousEnd: u32): void
// @ts-ignore: decorator
@external("env", "drain")
declare function drain(): void
// An attempt that may be told twice: 0 a PAM line, 1 a `Failed keyboard-interactive`. What both have in common is from KEY to `keyEnd`.
// Is it to be counted?
// @ts-ignore: decorator
@external("env", "told")
declare function told(how: u32, keyEnd: u32): bool

// State that JavaScript shares, from address 64 on (engine-memory.ts has the same numbers).
const LINES: usize = 64 // f64
const RECOGNISED: usize = 72 // f64
const FIRST_AT: usize = 80 // f64
const LAST_AT: usize = 88 // f64
const ANCHOR: usize = 96 // f64
const ANCHORED: usize = 104 // f64
const YEARS: usize = 112 // i32
const MONTH: usize = 116 // i32
const WRITTEN: usize = 120 // u32: 1 a login tagged sshd, 2 a line of sshd-session, 4 no identification, with a port
const PREVIOUS: usize = 124 // u32, end at 128
const SOURCES: usize = 132 // u32: number of sources
const SOURCE_SLOTS: usize = 140 // u32 pointer, number at 144
const HEAP: usize = 156 // u32
const SEED: usize = 160 // u64
const MINUTES: usize = 168 // u32: number of records in MINUTE_RECORDS
const FIRST_SOURCE: usize = 172 // u32, linked by their field NEXT
const LAST_SOURCE: usize = 176
const FIRST_MONTH: usize = 180 // i32: of the first line without a year
const NAME_SLOTS: usize = 184 // u32 pointer, number at 188
const NAMES: usize = 192 // u32: number of different names
const TOLD_AT: usize = 200 // f64
const KINDS: usize = 256 // f64 for each of K_*
const ADDRESS_CACHE: usize = 512
const HEADER: usize = 1024 // what stood between time and tag in the line before
const MINUTE_RECORDS: usize = 4096 // f64 begin, f64 failed, f64 accepted
const MINUTE_LIMIT: u32 = 2560
const BEGIN_OF_HEAP: u32 = 2 << 20
const KEY: u32 = 1900000
const LONGEST_KEY: u32 = 2000

const K_FAILED: u32 = 0
const K_NONE: u32 = 1
const K_ACCEPTED: u32 = 2
const K_INVALID_USER: u32 = 3
const K_CLOSED: u32 = 4
const K_RESET: u32 = 5
const K_DISCONNECTED: u32 = 6
const K_RECEIVED: u32 = 7
const K_PAM_FAILURE: u32 = 8
const K_OPENED: u32 = 9
const K_SESSION_CLOSED: u32 = 10
const K_OTHER: u32 = 11
const K_MAX_ATTEMPTS: u32 = 12
const K_POSTPONED: u32 = 13
const K_KEX: u32 = 14
const K_BANNER: u32 = 15
const K_NEGOTIATE: u32 = 16
const K_NOT_ALLOWED: u32 = 17
const K_NO_IDENTIFICATION: u32 = 18
const K_CONNECTION: u32 = 19
const K_DISCONNECTING: u32 = 20
const K_GRACE: u32 = 21
const K_PAM_ERROR: u32 = 22

const NONE: u32 = 0xffffffff
const BELOW: f64 = -99999900000000

function at8(p: u32): u32 { return load<u8>(p) }
// @ts-ignore: decorator
@inline
function digit(p: u32): bool { return <u32>(load<u8>(p) - 48) < 10 }
// @ts-ignore: decorator
@inline
function two(p: u32): i32 { return <i32>(load<u8>(p) - 48) * 10 + <i32>(load<u8>(p + 1) - 48) }

// `spells(p, "text")` is written out by build.ts: do the bytes at `p` spell the text?

// ---- time ----

let header: u32 = 0 // length of the time, zone left out
let zoneAndHost: u32 = 0 // length of zone, space, host, space
let classic: bool = false
let fraction: u32 = 0
let odd: bool = false // the host could be the first word of a message
let zone: f64 = 0
let minuteA: u64 = 0
let minuteB: u64 = 0
let minuteAt: f64 = NaN
let minuteMonth: i32 = -1

function days(y: i32, m: i32, d: i32): f64 {
  const yy = m <= 2 ? y - 1 : y
  const era = yy / 400
  const yoe = yy - era * 400
  const doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1
  const doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
  return <f64>(era * 146097 + doe - 719468)
}

function monthOf(p: u32): i32 {
  const word = load<u32>(p) & 0xffffff
  switch (word) {
    case 0x6e614a: return 0
    case 0x626546: return 1
    case 0x72614d: return 2
    case 0x727041: return 3
    case 0x79614d: return 4
    case 0x6e754a: return 5
    case 0x6c754a: return 6
    case 0x677541: return 7
    case 0x706553: return 8
    case 0x74634f: return 9
    case 0x766f4e: return 10
    case 0x636544: return 11
    default: return -1
  }
}

/** Learns the header of a line; the begin of its tag, 0 where this cannot read it. */
function learn(start: u32, end: u32): u32 {
  header = 0
  let p = start
  if (end - start < 40) return 0
  if (digit(p)) {
    if (!(digit(p + 1) && digit(p + 2) && digit(p + 3))) return 0
    p = start + 19
    fraction = 0
    if (at8(p) == 46) {
      p++
      while (digit(p) && fraction < 10) { p++; fraction++ }
      if (fraction == 0 || fraction > 9) return 0
    }
    header = p - start
    if (at8(p) == 90) { zone = 0; p++ }
    else if ((at8(p) == 43 || at8(p) == 45) && digit(p + 1) && digit(p + 2) && at8(p + 3) == 58 && digit(p + 4) && digit(p + 5)) {
      zone = <f64>((at8(p) == 45 ? -1 : 1) * (two(p + 1) * 60 + two(p + 4))) * 60000
      p += 6
    } else { header = 0; return 0 }
    classic = false
  } else {
    if (monthOf(p) < 0) return 0
    header = 15
    p = start + 15
    classic = true
  }
  if (at8(p) != 32) { header = 0; return 0 }
  p++
  const host = p
  const first = at8(host)
  const letter = (first | 32) - 97 < 26
  if (!letter && !digit(host)) { header = 0; return 0 }
  while (p < end && at8(p) != 32) {
    const c = at8(p)
    if (c == 58 || c == 91 || c == 93) { header = 0; return 0 }
    p++
  }
  // One to three digits are a priority to the recogniser.
  if (p - host < 4 && digit(host)) { header = 0; return 0 }
  if (p >= end || p - host > 200 || spells(host, "sshd")) { header = 0; return 0 }
  odd = (first - 65 < 26) || spells(host, "banner")
  p++
  zoneAndHost = p - start - header
  memory.copy(HEADER, start + header, zoneAndHost)
  minuteAt = NaN
  return p
}

/** The begin of the tag if the header is like the one before, else 0. */
function headerEnd(start: u32, end: u32): u32 {
  if (header == 0 || end - start < header + zoneAndHost + 8) return 0
  const p = start + header
  let i: u32 = 0
  while (i + 8 <= zoneAndHost) {
    if (load<u64>(p + i) != load<u64>(HEADER + i)) return 0
    i += 8
  }
  while (i < zoneAndHost) {
    if (load<u8>(p + i) != load<u8>(HEADER + i)) return 0
    i++
  }
  return p + zoneAndHost
}

/** Time of the line whose header is known; NaN where it is not of the strict shape. */
function timeOf(start: u32): f64 {
  if (classic) {
    const a = load<u64>(start)
    const b = <u64>load<u32>(start + 8)
    if (!digit(start + 13) || !digit(start + 14) || at8(start + 12) != 58) return NaN
    if (a != minuteA || b != minuteB || isNaN(minuteAt)) {
      const month = monthOf(start)
      if (month < 0 || at8(start + 3) != 32 || at8(start + 6) != 32 || at8(start + 9) != 58) return NaN
      if (!digit(start + 5) || !(at8(start + 4) == 32 || digit(start + 4))) return NaN
      if (!digit(start + 7) || !digit(start + 8) || !digit(start + 10) || !digit(start + 11)) return NaN
      minuteA = a
      minuteB = b
      minuteMonth = month
      minuteAt = 0
    } else if (load<i32>(MONTH) == minuteMonth && load<i32>(ADDRESS_CACHE) == load<i32>(YEARS)) {
      return minuteAt + <f64>(two(start + 13) * 1000)
    }
    const before = load<i32>(MONTH)
    if (before != minuteMonth) {
      if (before >= 0) {
        const step = minuteMonth - before
        if (step <= -6) store<i32>(YEARS, load<i32>(YEARS) + 1)
        else if (step > 6) store<i32>(YEARS, load<i32>(YEARS) - 1)
      }
      store<i32>(MONTH, minuteMonth)
    }
    store<i32>(ADDRESS_CACHE, load<i32>(YEARS))
    const day = (at8(start + 4) == 32 ? 0 : <i32>(at8(start + 4) - 48) * 10) + <i32>(at8(start + 5) - 48)
    const hours = days(2000 + 4 * load<i32>(YEARS), minuteMonth + 1, 1) + <f64>(day - 1)
    minuteAt = BELOW + hours * 86400000 + <f64>(two(start + 7) * 3600000 + two(start + 10) * 60000)
    return minuteAt + <f64>(two(start + 13) * 1000)
  }
  const a = load<u64>(start)
  const b = load<u64>(start + 8)
  if (at8(start + 16) != 58 || !digit(start + 17) || !digit(start + 18)) return NaN
  if (a != minuteA || b != minuteB || isNaN(minuteAt)) {
    minuteAt = NaN
    for (let i: u32 = 0; i < 16; i++) {
      const c = at8(start + i)
      if (i == 4 || i == 7) { if (c != 45) return NaN }
      else if (i == 10) { if (c != 84) return NaN }
      else if (i == 13) { if (c != 58) return NaN }
      else if (c - 48 > 9) return NaN
    }
    const year = two(start) * 100 + two(start + 2)
    const month = two(start + 5)
    if (year < 1971 || month < 1 || month > 12) return NaN
    minuteA = a
    minuteB = b
    minuteAt = days(year, month, 1) * 86400000 + <f64>(two(start + 8) - 1) * 86400000 +
      <f64>(two(start + 11) * 3600000 + two(start + 14) * 60000) - zone
  }
  let millis: i32 = two(start + 17) * 1000
  if (fraction > 0) {
    if (at8(start + 19) != 46) return NaN
    for (let i: u32 = 0; i < fraction; i++) if (!digit(start + 20 + i)) return NaN
    millis += <i32>(at8(start + 20) - 48) * 100
    if (fraction > 1) millis += <i32>(at8(start + 21) - 48) * 10
    if (fraction > 2) millis += <i32>(at8(start + 22) - 48)
  }
  return minuteAt + <f64>millis
}

// ---- tables ----

function allocate(size: u32): u32 {
  const p = load<u32>(HEAP)
  const next = (p + size + 7) & ~7
  store<u32>(HEAP, next)
  const pages = <i32>((next + 65536 + 65535) >> 16) - memory.size()
  if (pages > 0) memory.grow(pages + 16)
  return p
}

function hashOf(p: u32, n: u32, seed: u64): u32 {
  let h: u64 = seed ^ (<u64>n * 0x9e3779b97f4a7c15)
  let i: u32 = 0
  while (i + 8 <= n) {
    h = (h ^ load<u64>(p + i)) * 0xff51afd7ed558ccd
    h ^= h >> 32
    i += 8
  }
  if (i < n) {
    const rest = load<u64>(p + i) & ((<u64>1 << (<u64>(n - i) * 8)) - 1)
    h = (h ^ rest) * 0xff51afd7ed558ccd
    h ^= h >> 32
  }
  h *= 0xc4ceb9fe1a85ec53
  return <u32>(h ^ (h >> 29))
}

function same(p: u32, q: u32, n: u32): bool {
  let i: u32 = 0
  while (i + 8 <= n) {
    if (load<u64>(p + i) != load<u64>(q + i)) return false
    i += 8
  }
  if (i < n) {
    const mask = (<u64>1 << (<u64>(n - i) * 8)) - 1
    return ((load<u64>(p + i) ^ load<u64>(q + i)) & mask) == 0
  }
  return true
}

/** A table twice as large, its entries put in anew. What `allocate` gives was never written: it is zero. */
function grow(slots: usize): void {
  const old = load<u32>(slots)
  const n = load<u32>(slots + 4)
  const table = allocate(n * 8)
  const mask = n * 2 - 1
  for (let i: u32 = 0; i < n; i++) {
    const entry = load<u32>(old + i * 4)
    if (entry == 0) continue
    let j = load<u32>(entry) & mask
    while (load<u32>(table + j * 4) != 0) j = (j + 1) & mask
    store<u32>(table + j * 4, entry)
  }
  store<u32>(slots, table)
  store<u32>(slots + 4, n * 2)
}

// Fields of a source. What a failure touches, and the begin of the address, are in one cache line.
const LENGTH: u32 = 4
const FAILED: u32 = 8
const RUN: u32 = 16
const FAILED_FIRST: u32 = 24
const FAILED_LAST: u32 = 32
const SHORT: u32 = 40 // up to 24 bytes of the address
const TRIED: u32 = 64
const ENTERED: u32 = 68
const TRIED_LAST: u32 = 72
const ENTERED_LAST: u32 = 76
const NEXT: u32 = 80
const FIRST_USER: u32 = 84
const BEST_USER: u32 = 88
const TRIED_SET: u32 = 92
const ACCEPTED: u32 = 96
const ACCEPTED_FIRST: u32 = 104
const ACCEPTED_LAST: u32 = 112
const BEFORE: u32 = 120
const FIRST_LOGIN: u32 = 128
const BEST: u32 = 136
const BEST_AT: u32 = 144
const ENTERED_SET: u32 = 152
const ADDRESS: u32 = 160

function sourceOf(p: u32, n: u32): u32 {
  const hash = hashOf(p, n, load<u64>(SEED))
  let table = load<u32>(SOURCE_SLOTS)
  let mask = load<u32>(SOURCE_SLOTS + 4) - 1
  let i = hash & mask
  for (;;) {
    const entry = load<u32>(table + i * 4)
    if (entry == 0) break
    if (load<u32>(entry) == hash && load<u32>(entry + LENGTH) == n && same(entry + (n <= 24 ? SHORT : ADDRESS), p, n)) return entry
    i = (i + 1) & mask
  }
  const count = load<u32>(SOURCES) + 1
  store<u32>(SOURCES, count)
  store<u32>(HEAP, (load<u32>(HEAP) + 63) & ~63)
  const entry = allocate(ADDRESS + n + 8)
  store<u32>(entry, hash)
  store<u32>(entry + LENGTH, n)
  store<f64>(entry + FAILED_FIRST, NaN)
  store<f64>(entry + FAILED_LAST, NaN)
  store<f64>(entry + ACCEPTED_FIRST, NaN)
  store<f64>(entry + ACCEPTED_LAST, NaN)
  store<f64>(entry + BEFORE, -1)
  store<f64>(entry + FIRST_LOGIN, NaN)
  store<f64>(entry + BEST_AT, NaN)
  memory.copy(entry + ADDRESS, p, n)
  memory.copy(entry + SHORT, p, n < 24 ? n : 24)
  store<u32>(table + i * 4, entry)
  const last = load<u32>(LAST_SOURCE)
  if (last == 0) store<u32>(FIRST_SOURCE, entry)
  else store<u32>(last + NEXT, entry)
  store<u32>(LAST_SOURCE, entry)
  if (count * 2 > mask) grow(SOURCE_SLOTS)
  return entry
}

// Fields of a name, of which there is one for all sources: hash, number, length, bytes.
const NAME_NUMBER: u32 = 4
const NAME_LENGTH: u32 = 8
const NAME_BYTES: u32 = 12

function nameOf(p: u32, n: u32): u32 {
  const hash = hashOf(p, n, load<u64>(SEED))
  const table = load<u32>(NAME_SLOTS)
  const mask = load<u32>(NAME_SLOTS + 4) - 1
  let i = hash & mask
  for (;;) {
    const entry = load<u32>(table + i * 4)
    if (entry == 0) break
    if (load<u32>(entry) == hash && load<u32>(entry + NAME_LENGTH) == n && same(entry + NAME_BYTES, p, n)) return entry
    i = (i + 1) & mask
  }
  const count = load<u32>(NAMES) + 1
  store<u32>(NAMES, count)
  const entry = allocate(NAME_BYTES + n + 8)
  store<u32>(entry, hash)
  store<u32>(entry + NAME_NUMBER, count - 1)
  store<u32>(entry + NAME_LENGTH, n)
  memory.copy(entry + NAME_BYTES, p, n)
  store<u32>(table + i * 4, entry)
  if (count * 2 > mask) grow(NAME_SLOTS)
  return entry
}

/** Where a name is looked for in a set; the seed makes it nobody's choice. */
// @ts-ignore: decorator
@inline
function placeOf(name: u32): u32 { return <u32>(<u64>name * (load<u64>(SEED) | 1) >> 32) }

/** A set twice as large. A set is mask, number of names, and so many places for names. */
function larger(set: u32): u32 {
  const n = load<u32>(set) + 1
  const mask = n * 2 - 1
  const next = allocate(8 + n * 8)
  store<u32>(next, mask)
  store<u32>(next + 4, load<u32>(set + 4))
  for (let i: u32 = 0; i < n; i++) {
    const name = load<u32>(set + 8 + i * 4)
    if (name == 0) continue
    let j = placeOf(name) & mask
    while (load<u32>(next + 8 + j * 4) != 0) j = (j + 1) & mask
    store<u32>(next + 8 + j * 4, name)
  }
  return next
}

/**
 * A name tried at (or let in from) a source. Each source has a set of its own: those at it now are few, so their sets stay in the cache. And
 * it has the names in order, each as name and next. `list` is TRIED or ENTERED.
 */
function pairOf(source: u32, list: u32, p: u32, n: u32): u32 {
  const lastField = source + list + 8
  const last = load<u32>(lastField)
  if (last != 0) {
    const latest = load<u32>(last)
    if (load<u32>(latest + NAME_LENGTH) == n && same(latest + NAME_BYTES, p, n)) return latest
  }
  const name = nameOf(p, n)
  const setField = source + (list == TRIED ? TRIED_SET : ENTERED_SET)
  let set = load<u32>(setField)
  if (set == 0) {
    set = allocate(8 + 16)
    store<u32>(set, 3)
    store<u32>(setField, set)
  }
  const mask = load<u32>(set)
  let i = placeOf(name) & mask
  for (;;) {
    const slot = load<u32>(set + 8 + i * 4)
    if (slot == 0) break
    if (slot == name) return name
    i = (i + 1) & mask
  }
  store<u32>(set + 8 + i * 4, name)
  const count = load<u32>(set + 4) + 1
  store<u32>(set + 4, count)
  const node = allocate(8)
  store<u32>(node, name)
  if (last == 0) store<u32>(source + list, node)
  else store<u32>(last + 4, node)
  store<u32>(lastField, node)
  if (count + (count >> 2) > mask) store<u32>(setField, larger(set))
  return name
}

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
  if (times < 0) return
  pairOf(source, TRIED, user, m)
  span(source, FAILED_FIRST, at)
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

// ---- messages ----

// @ts-ignore: decorator
@inline
function inAddress(c: u32): bool { return c - 46 < 13 && c != 47 || (c | 32) - 97 < 6 }

/** Where an address ends that begins at `p`; `p` itself if there is none that counts as it is spelled. */
function addressEnd(p: u32, end: u32): u32 {
  let q = p
  while (q < end && inAddress(at8(q))) q++
  if (q - p > 45 || q - p < 2) return p
  if (at8(p) == 58 && at8(p + 1) == 58 && (at8(p + 2) | 32) == 102) return p
  return q
}

/** How many of the bytes before `p` may be of an address, counted backwards; more than 45 is more than an address has. */
// @ts-ignore: decorator
@inline
function addressBefore(p: u32): u32 {
  let n: u32 = 0
  while (n < 48) {
    const v = v128.load(p - 16 - n)
    const mark = i8x16.lt_u(i8x16.sub(v, i8x16.splat(46)), i8x16.splat(13))
    const letter = i8x16.lt_u(i8x16.sub(v128.or(v, i8x16.splat(32)), i8x16.splat(97)), i8x16.splat(6))
    const mask = i8x16.bitmask(v128.or(v128.andnot(mark, i8x16.eq(v, i8x16.splat(47))), letter))
    if (mask != 0xffff) return n + <u32>clz(~(mask << 16))
    n += 16
  }
  return n
}

/** Begin of the address in `… ADDRESS port PORT` that ends at `end`; 0. The end of the address is left in `tailEnd`. */
let tailEnd: u32 = 0
function tail(start: u32, end: u32): u32 {
  if (end < start + 11) return 0
  const digits = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v128.load(end - 16), i8x16.splat(48)), i8x16.splat(10)))
  const n = <u32>clz(~(digits << 16))
  if (n - 1 > 4) return 0
  let p = end - n
  if (p - start < 10 || (load<u64>(p - 7) >> 8 & 0xffffffffffff) != 0x2074726f7020) return 0
  p -= 6
  tailEnd = p
  const m = addressBefore(p)
  // Down to `start` there must be something in front.
  if (m - 2 > 43 || m >= p - start) return 0
  p -= m
  if (at8(p - 1) != 32) return 0
  return at8(p) == 58 && at8(p + 1) == 58 && (at8(p + 2) | 32) == 102 ? 0 : p
}

/** ` from ADDRESS port PORT` at `end`: the begin of ` from `, with the address at tailEnd and after it; 0. */
let tailAddress: u32 = 0
function fromTail(start: u32, end: u32): u32 {
  const a = tail(start, end)
  if (a == 0 || a - start < 6) return 0
  if (load<u32>(a - 5) != 0x6d6f7266 || at8(a - 6) != 32) return 0
  tailAddress = a
  return a - 6
}

/** Is ` port DIGITS` at `p`? Behind the digits; 0. */
function portAt(p: u32, end: u32): u32 {
  if (end - p < 7 || at8(p) != 32 || load<u32>(p + 1) != 0x74726f70 || at8(p + 5) != 32) return 0
  let q = p + 6
  while (q < end && digit(q) && q - p < 12) q++
  const n = q - p - 6
  return n == 0 || n > 5 ? 0 : q
}

function endsSsh2(p: u32, end: u32): bool {
  return end - p > 5 && load<u32>(end - 4) == 0x32687373 && at8(end - 5) == 32
}

function account(p: u32): u32 {
  if (at8(p) == 97) return spells(p, "authenticating user ") ? 20 : 0
  if (at8(p) == 105) return spells(p, "invalid user ") ? 13 : 0
  return spells(p, "user ") ? 5 : 0
}

/** `[… user NAME ]ADDRESS port PORT` from `p` to `end`. */
function connectionEnd(p: u32, end: u32): bool {
  const a = tail(p - 1, end)
  if (a == 0) return false
  if (a == p) return true
  const n = account(p)
  return n != 0 && a >= p + n
}

function method(p: u32, end: u32): u32 {
  while (p < end) {
    const c = at8(p) | 32
    if (!(c - 97 < 26 || c == 45 || c == 47)) break
    p++
  }
  return p
}

let pidAt: u32 = 0
let pidEnd: u32 = 0

/** An attempt that may be told twice; false if it is not of the usual size. */
function twice(how: u32, a: u32, aEnd: u32, user: u32, userEnd: u32, at: f64): bool {
  if (userEnd - user > LONGEST_KEY) return false
  let pid = pidAt
  while (at8(pid) == 48 && pid + 1 < pidEnd) pid++
  let key = KEY
  memory.copy(key, pid, pidEnd - pid)
  key += pidEnd - pid
  store<u8>(key++, 32)
  memory.copy(key, a, aEnd - a)
  key += aEnd - a
  store<u8>(key++, 32)
  memory.copy(key, user, userEnd - user)
  key += userEnd - user
  store<f64>(TOLD_AT, at)
  if (told(how, key)) failed(a, aEnd - a, user, userEnd - user, at, 1)
  return true
}

/** `Failed password for [invalid user ]NAME from ADDRESS port PORT ssh2`; the name begins at `name` or behind `invalid user `. */
function failedAt(p: u32, name: u32, e: u32, at: f64, times: f64): bool {
  if (!endsSsh2(p, e)) return false
  const from = fromTail(p, e - 5)
  if (from == 0) return false
  const user = spells(name, "invalid user ") ? name + 13 : name
  if (from < user) return false
  failed(tailAddress, tailEnd - tailAddress, user, from - user, at, times)
  return true
}

/** `[invalid user ]NAME from ADDRESS port PORT ssh2: TYPE FINGERPRINT` to the end, of a name without spaces. */
function failedKey(name: u32, e: u32, at: f64): bool {
  const user = spells(name, "invalid user ") ? name + 13 : name
  let u = user
  while (u < e && at8(u) != 32) u++
  if (u == user || e - u < 20 || !spells(u, " from ")) return false
  const a = u + 6
  const b = addressEnd(a, e)
  if (b == a) return false
  const q = portAt(b, e)
  if (q == 0 || e - q < 12 || !spells(q, " ssh2: ")) return false
  let k = q + 7
  while (k < e && at8(k) != 32) k++
  if (k == q + 7 || k + 1 >= e) return false
  for (k++; k < e; k++) if (at8(k) == 32) return false
  failed(a, b - a, user, u - user, at, 1)
  return true
}

/** `message repeated N times: [ Failed password …]` from `p`: N, or 0. */
function repeated(p: u32, e: u32, at: f64): f64 {
  if (!spells(p, "message repeated ") || at8(e - 1) != 93) return 0
  let q = p + 17
  let n: f64 = 0
  while (digit(q) && q - p < 27) n = n * 10 + <f64>(at8(q++) - 48)
  if (q == p + 17 || q - p > 26 || n == 0) return 0
  if (!spells(q, " times: [ Failed password for ")) return 0
  return failedAt(q + 10, q + 30, e - 1, at, n) ? n : 0
}

/** The kind of the message from `p` to `end`, or NONE. Failures and logins are counted here. */
function kindOf(p: u32, end: u32, at: f64): u32 {
  let e = end
  if (end - p > 12 && load<u64>(end - 8) == 0x5d68747561657270 && load<u16>(end - 10) == 0x5b20) e = end - 10
  const cut = e != end
  switch (at8(p)) {
    case 70: { // Failed
      if (cut) return NONE
      if (spells(p, "Failed password for ")) return failedAt(p, p + 20, e, at, 1) ? K_FAILED : NONE
      if (spells(p, "Failed publickey for ")) return failedKey(p + 21, e, at) ? K_FAILED : NONE
      const none = spells(p, "Failed none for ")
      if (!none && !spells(p, "Failed keyboard-interactive/pam for ")) return NONE
      if (!endsSsh2(p, e)) return NONE
      const from = fromTail(p, e - 5)
      let user = p + (none ? 16 : 36)
      if (from == 0) return NONE
      if (spells(user, "invalid user ")) user += 13
      if (from < user) return NONE
      if (none) return K_NONE
      return twice(1, tailAddress, tailEnd, user, from, at) ? K_FAILED : NONE
    }
    case 65: { // Accepted
      if (cut || !spells(p, "Accepted ")) return NONE
      const m = method(p + 9, e)
      const n = m - p - 9
      if (n == 0 || n > 60 || !spells(m, " for ")) return NONE
      if (n == 3 && spells(p + 9, "key")) return NONE
      const user = m + 5
      let u = user
      while (u < e && at8(u) != 32) u++
      if (u == user || e - u < 20 || !spells(u, " from ")) return NONE
      const a = u + 6
      const b = addressEnd(a, e)
      if (b == a) return NONE
      const q = portAt(b, e)
      if (q == 0 || e - q < 5 || at8(q) != 32 || load<u32>(q + 1) != 0x32687373) return NONE
      if (e != q + 5) {
        if (e - q < 10 || endsSsh2(p, e) || load<u16>(q + 5) != 0x203a) return NONE
        let k = q + 7
        while (k < e && at8(k) != 32) k++
        if (k == q + 7 || k + 1 >= e || at8(k + 1) == 32) return NONE
        // A line that ends in an address as well is read from its end.
        if (fromTail(p, e) != 0) return NONE
      }
      accepted(a, b - a, user, u - user, at, 1)
      return K_ACCEPTED
    }
    case 73: { // Invalid user
      if (cut || !spells(p, "Invalid user ")) return NONE
      const from = fromTail(p, e)
      return from == 0 || from < p + 13 ? NONE : K_INVALID_USER
    }
    case 67: { // Connection
      if (spells(p, "Connection closed by ")) return connectionEnd(p + 21, e) ? K_CLOSED : NONE
      if (spells(p, "Connection reset by ")) return connectionEnd(p + 20, e) ? K_RESET : NONE
      if (!spells(p, "Connection from ")) return NONE
      const b = addressEnd(p + 16, e)
      if (b == p + 16) return NONE
      const q = portAt(b, e)
      return q != 0 && (q == e || at8(q) == 32) ? K_CONNECTION : NONE
    }
    case 68: { // Disconnected, Disconnecting, Did not
      if (spells(p, "Disconnected from ")) return connectionEnd(p + 18, e) ? K_DISCONNECTED : NONE
      if (spells(p, "Disconnecting ")) {
        const n = account(p + 14)
        if (n < 13) return NONE
        let u = p + 14 + n
        while (u < e && at8(u) != 32) u++
        if (u == p + 14 + n || u >= e) return NONE
        const b = addressEnd(u + 1, e)
        if (b == u + 1) return NONE
        const q = portAt(b, e)
        return q != 0 && e - q > 2 && load<u16>(q) == 0x203a ? K_DISCONNECTING : NONE
      }
      if (cut || !spells(p, "Did not receive identification string from ")) return NONE
      const b = addressEnd(p + 43, e)
      if (b == p + 43) return NONE
      return portAt(b, e) == e ? K_NO_IDENTIFICATION : NONE
    }
    case 82: { // Received disconnect
      if (!spells(p, "Received disconnect from ")) return NONE
      const b = addressEnd(p + 25, e)
      if (b == p + 25) return NONE
      let q = portAt(b, e)
      if (q == 0 || q >= e || at8(q) != 58) return NONE
      const code = ++q
      while (q < e && digit(q) && q - code < 11) q++
      return q > code && q - code < 11 && q < e && at8(q) == 58 ? K_RECEIVED : NONE
    }
    case 112: { // pam_unix
      if (!spells(p, "pam_unix(sshd:")) return NONE
      if (spells(p + 14, "auth): authentication failure")) return K_PAM_FAILURE
      if (spells(p + 14, "auth): check pass; user unknown")) return K_OTHER
      if (at8(e - 1) == 32) return NONE
      if (spells(p + 14, "session): session opened for user ")) return e > p + 48 ? K_OPENED : NONE
      if (spells(p + 14, "session): session closed for user ")) return e > p + 48 ? K_SESSION_CLOSED : NONE
      return NONE
    }
    case 101: { // error:
      if (!spells(p, "error: ")) return NONE
      if (spells(p + 7, "maximum authentication attempts exceeded for ")) {
        if (!endsSsh2(p, e)) return NONE
        const from = fromTail(p, e - 5)
        return from != 0 && from >= p + 52 ? K_MAX_ATTEMPTS : NONE
      }
      if (!cut && spells(p + 7, "PAM: Authentication failure for ")) {
        const user = p + 39 + (spells(p + 39, "illegal user ") ? 13 : 0)
        let a = e
        while (a > user && inAddress(at8(a - 1))) a--
        if (a - 6 < user || addressEnd(a, e) != e || a == e || !spells(a - 6, " from ")) return NONE
        return twice(0, a, e, user, a - 6, at) ? K_PAM_ERROR : NONE
      }
      return !cut && spells(p + 7, "kex_exchange_identification: ") ? K_KEX : NONE
    }
    case 107: return !cut && spells(p, "kex_exchange_identification: ") ? K_KEX : NONE
    case 80: { // Postponed
      if (!spells(p, "Postponed ")) return NONE
      const m = method(p + 10, e)
      const n = m - p - 10
      if (n == 0 || n > 60 || !spells(m, " for ") || !endsSsh2(p, e)) return NONE
      const from = fromTail(p, e - 5)
      const user = m + 5 + (spells(m + 5, "invalid user ") ? 13 : 0)
      return from != 0 && from >= user ? K_POSTPONED : NONE
    }
    case 98: { // banner exchange
      if (!spells(p, "banner exchange: Connection from ")) return NONE
      const b = addressEnd(p + 33, e)
      if (b == p + 33) return NONE
      const q = portAt(b, e)
      return q != 0 && e - q > 2 && load<u16>(q) == 0x203a ? K_BANNER : NONE
    }
    case 85: { // Unable, User
      if (spells(p, "Unable to negotiate with ")) {
        const b = addressEnd(p + 25, e)
        if (b == p + 25) return NONE
        const q = portAt(b, e)
        return q != 0 && e - q > 15 && spells(q, ": no matching ") ? K_NEGOTIATE : NONE
      }
      if (!spells(p, "User ")) return NONE
      for (let q = p + 5; q + 21 < e; q++) if (at8(q) == 32 && spells(q, " not allowed because ")) return K_NOT_ALLOWED
      return NONE
    }
    case 102: // fatal: Timeout
      if (!spells(p, "fatal: Timeout before authentication for ")) return NONE
      return graceEnd(p + 41, e) ? K_GRACE : NONE
    case 84: { // Timeout
      if (!spells(p, "Timeout before authentication for ")) return NONE
      if (!spells(p + 34, "connection from ")) return graceEnd(p + 34, e) ? K_GRACE : NONE
      const b = addressEnd(p + 50, e)
      if (b == p + 50 || !spells(b, " to ")) return NONE
      const c = addressEnd(b + 4, e)
      if (c == b + 4 || e - c < 9 || !spells(c, ", pid = ")) return NONE
      let q = c + 8
      while (q < e && digit(q)) q++
      return q == e ? K_GRACE : NONE
    }
    default: return NONE
  }
}

/** `ADDRESS port PORT` to the end. */
function graceEnd(p: u32, e: u32): bool {
  const b = addressEnd(p, e)
  return b != p && portAt(b, e) == e
}

function isForeign(p: u32, end: u32): bool {
  if (odd || !((at8(p) | 32) - 97 < 26) || spells(p, "sshd")) return false
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
  const sources = allocate(4096 * 4)
  store<u32>(SOURCE_SLOTS, sources)
  store<u32>(SOURCE_SLOTS + 4, 4096)
  store<u32>(NAME_SLOTS, allocate(4096 * 4))
  store<u32>(NAME_SLOTS + 4, 4096)
}
