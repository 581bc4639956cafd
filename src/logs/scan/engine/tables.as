// Addresses and names, kept as bytes in hash tables.

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

// A table has places of eight bytes: an entry and its hash, which tells most strangers without a look at the entry, out in the memory.

// @ts-ignore: decorator
@inline
function place(entry: u32, hash: u32): u64 { return <u64>hash << 32 | entry }

/** A table twice as large, its entries put in anew. What `allocate` gives was never written: it is zero. */
function grow(slots: usize): void {
  const old = load<u32>(slots)
  const n = load<u32>(slots + 4)
  const table = allocate(n * 16)
  const mask = n * 2 - 1
  for (let i: u32 = 0; i < n; i++) {
    const held = load<u64>(old + i * 8)
    if (held == 0) continue
    let j = <u32>(held >> 32) & mask
    while (load<u64>(table + j * 8) != 0) j = (j + 1) & mask
    store<u64>(table + j * 8, held)
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
// How fast it failed (pace.as).
const PACED: u32 = 160
const RECENT: u32 = 168
const EARLY: u32 = 200
const ACTIVE: u32 = 232
const VISITS: u32 = 240
const FIVE: u32 = 248
const BUCKETS: u32 = 256
const ADDRESS: u32 = 328

function sourceOf(p: u32, n: u32): u32 {
  const hash = hashOf(p, n, load<u64>(SEED))
  let table = load<u32>(SOURCE_SLOTS)
  let mask = load<u32>(SOURCE_SLOTS + 4) - 1
  let i = hash & mask
  for (;;) {
    const held = load<u64>(table + i * 8)
    if (held == 0) break
    const entry = <u32>held
    if (<u32>(held >> 32) == hash && load<u32>(entry + LENGTH) == n && same(entry + (n <= 24 ? SHORT : ADDRESS), p, n)) return entry
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
  newPace(entry)
  memory.copy(entry + ADDRESS, p, n)
  memory.copy(entry + SHORT, p, n < 24 ? n : 24)
  store<u64>(table + i * 8, place(entry, hash))
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
    const held = load<u64>(table + i * 8)
    if (held == 0) break
    const entry = <u32>held
    if (<u32>(held >> 32) == hash && load<u32>(entry + NAME_LENGTH) == n && same(entry + NAME_BYTES, p, n)) return entry
    i = (i + 1) & mask
  }
  const count = load<u32>(NAMES) + 1
  store<u32>(NAMES, count)
  const entry = allocate(NAME_BYTES + n + 8)
  store<u32>(entry, hash)
  store<u32>(entry + NAME_NUMBER, count - 1)
  store<u32>(entry + NAME_LENGTH, n)
  memory.copy(entry + NAME_BYTES, p, n)
  store<u64>(table + i * 8, place(entry, hash))
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
function listed(source: u32, list: u32, name: u32): void {
  const lastField = source + list + 8
  const last = load<u32>(lastField)
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
    if (slot == name) return
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
}

/** The same of the bytes of a name, which often are those of the name before. The name. */
function pairOf(source: u32, list: u32, p: u32, n: u32): u32 {
  const last = load<u32>(source + list + 8)
  if (last != 0) {
    const latest = load<u32>(last)
    if (load<u32>(latest + NAME_LENGTH) == n && same(latest + NAME_BYTES, p, n)) return latest
  }
  const name = nameOf(p, n)
  listed(source, list, name)
  return name
}
