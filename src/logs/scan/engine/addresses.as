// Addresses, ports and accounts in a message.

// @ts-ignore: decorator
@inline
function inAddress(c: u32): bool { return c - 46 < 13 && c != 47 || (c | 32) - 97 < 6 }

/** Is it an address and no client's name for one: digits and dots alone, or with a colon? */
function inNumbers(p: u32, end: u32): bool {
  let plain = true
  for (let q = p; q < end; q++) {
    if (at8(q) == 58) return true
    if (!digit(q) && at8(q) != 46) plain = false
  }
  return plain && p < end
}

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
