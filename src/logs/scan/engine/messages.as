// What a message of sshd says.

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
  if (told(how == 0 && inNumbers(a, aEnd) ? 2 : how, key)) failed(a, aEnd - a, user, userEnd - user, at, 1)
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
      // Whose they are counts only as long as sshd itself has told of no failure.
      if (spells(p + 14, "auth): authentication failure")) return load<f64>(KINDS + (K_FAILED << 3)) > 0 ? K_PAM_FAILURE : NONE
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
    case 85: { // User
      if (!spells(p, "User ")) return NONE
      for (let q = p + 5; q + 21 < e; q++) if (at8(q) == 32 && spells(q, " not allowed because ")) return K_NOT_ALLOWED
      return NONE
    }
    default: return NONE
  }
}
