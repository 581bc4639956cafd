// AssemblyScript; build.ts puts the files of this folder behind one another and compiles them to one module. It reads blocks of a log line by line. Lines of the usual shapes are counted
// here; every other line of sshd's, and every line of which this is not sure, goes to `cold`, the recogniser in JavaScript. So what
// is written here must be true of *exactly* those lines of which src/sshd-log says the same. No runtime, no objects: bytes and a bump heap.

// @ts-ignore: decorator
@external("env", "cold")
declare function cold(start: u32, end: u32, previous: u32, previousEnd: u32): void
// @ts-ignore: decorator
@external("env", "drain")
declare function drain(): void
// An attempt that may be told twice: 0 a PAM line, 2 one whose address is in numbers, 1 a `Failed keyboard-interactive`. What both have in common is from KEY to `keyEnd`.
// Is it to be counted?
// @ts-ignore: decorator
@external("env", "told")
declare function told(how: u32, keyEnd: u32): bool

// A time of a later part of the log, whose yearless lines stand later by whole years than that part knew.
// @ts-ignore: decorator
@external("env", "later")
declare function later(at: f64): f64

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
const K_NOT_ALLOWED: u32 = 16
const K_NO_IDENTIFICATION: u32 = 17
const K_CONNECTION: u32 = 18
const K_DISCONNECTING: u32 = 19
const K_PAM_ERROR: u32 = 20

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
