// Time, host and tag of a line, and whether they are like those of the line before.

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
