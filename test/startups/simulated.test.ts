// A server simulated connection by connection, from openssh.md 1.1 and 1.2 and nothing of ours, against the arithmetic.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CONSTRAINTS } from '../../src/openssh/startups/recommend.ts'
import { study } from '../../src/openssh/startups/study.ts'

interface Served {
  begin: number
  rate: number
  full: number
  /** Strangers per second, how long they want to stay, LoginGraceTime with what is added to it at random. */
  strangers: number
  hold: number
  grace: number
  jitter: number
  logins: number
  loginHold: number
  /** Seconds between tries of yours. */
  every: number
}

/** `sshd.c should_drop_connection`, as its C reads. */
function drops({ begin, rate, full }: Served, startups: number, random: () => number): boolean {
  if (startups < begin) return false
  if (startups >= full) return true
  if (rate === 100) return true
  const p = Math.trunc(((100 - rate) * (startups - begin)) / (full - begin)) + rate
  return Math.floor(random() * 100) < p
}

/** Departure times, soonest first. */
class Departures {
  readonly #heap: number[] = []
  get count(): number {
    return this.#heap.length
  }
  get next(): number {
    return this.#heap[0] ?? Infinity
  }
  add(at: number): void {
    const heap = this.#heap
    let i = heap.push(at) - 1
    for (let up = (i - 1) >> 1; i > 0 && heap[up]! > at; up = (i - 1) >> 1) {
      heap[i] = heap[up]!
      i = up
    }
    heap[i] = at
  }
  leave(): void {
    const heap = this.#heap
    const last = heap.pop()!
    if (heap.length === 0) return
    let i = 0
    for (;;) {
      let down = 2 * i + 1
      if (down + 1 < heap.length && heap[down + 1]! < heap[down]!) down++
      if (down >= heap.length || heap[down]! >= last) break
      heap[i] = heap[down]!
      i = down
    }
    heap[i] = last
  }
}

function simulate(served: Served, connections: number, seed: number) {
  let state = seed
  const random = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const wait = (mean: number) => -mean * Math.log(1 - random())
  const { strangers, logins, hold, loginHold, grace, jitter, every } = served
  const arrivals = strangers + logins
  const longest = grace > 0 ? Math.min(hold, grace) : hold
  const warm = 10 * longest
  const held = new Departures()
  // Your tries are looked at, from one visitor to the next, and are not counted in.
  const seconds: number[] = []
  let [now, arrival, secondsDone] = [0, wait(1 / arrivals), 0]
  let [seen, dropped, area, firsts, twice] = [0, 0, 0, 0, 0]
  while (seen < connections) {
    const yours = seconds[secondsDone] ?? Infinity
    const at = Math.min(held.next, arrival, yours)
    if (at > warm) area += held.count * (at - Math.max(now, warm))
    now = at
    if (at === held.next) held.leave()
    else if (at === yours) {
      secondsDone++
      if (drops(served, held.count, random)) twice++
    } else {
      arrival = at + wait(1 / arrivals)
      const turnedAway = drops(served, held.count, random)
      if (at > warm) {
        seen++
        if (turnedAway) dropped++
        firsts++
        if (drops(served, held.count, random)) seconds.push(at + every)
      }
      if (turnedAway) continue
      const wanted = random() * arrivals < strangers ? hold : loginHold
      held.add(at + (grace > 0 ? Math.min(wanted, grace + jitter * random()) : wanted))
    }
  }
  return { dropChance: dropped / seen, meanPending: area / (now - warm), inAfterTwo: 1 - twice / firsts }
}

const plain = { grace: 120, jitter: 0, logins: 0, loginHold: 2, every: 10 }
const CASES: [string, Served, { major: number; minor: number }?][] = [
  ['silent strangers', { ...plain, begin: 10, rate: 30, full: 100, strangers: 0.5, hold: 1e6 }],
  [
    'the jitter of 9.9',
    { ...plain, begin: 10, rate: 30, full: 100, strangers: 1, hold: 21, grace: 20, jitter: 4 },
    { major: 9, minor: 9 },
  ],
  ['a steep leap', { ...plain, begin: 20, rate: 50, full: 100, strangers: 5, hold: 10 }],
  ['a hard limit', { ...plain, begin: 10, rate: 100, full: 100, strangers: 2, hold: 7 }],
  ['start is full', { ...plain, begin: 5, rate: 30, full: 5, strangers: 0.1, hold: 50, every: 40 }],
  ['a huge load', { ...plain, begin: 10, rate: 30, full: 100, strangers: 400, hold: 10 }],
  ['a tiny load', { ...plain, begin: 10, rate: 30, full: 100, strangers: 0.001, hold: 10 }],
  ['no LoginGraceTime', { ...plain, begin: 3, rate: 70, full: 20, strangers: 0.1, hold: 150, grace: 0 }],
  [
    'slow strangers among quick logins',
    { ...plain, begin: 10, rate: 100, full: 10, strangers: 0.1, hold: 120, logins: 1, loginHold: 1, every: 15 },
  ],
]

for (const [name, served, release] of CASES) {
  test(`as a simulated server: ${name}`, () => {
    const { begin, rate, full, strangers, hold, grace, logins, loginHold, every } = served
    const load = { rate: strangers, hold, grace, logins, loginHold, ...(release && { release }) }
    const setting = { start: begin, rate, full }
    const says = study({ setting, load, loadFrom: 'given', constraints: DEFAULT_CONSTRAINTS, every })
    const sim = simulate(served, 400_000, 20261121)
    const near = (ours: number, theirs: number, by: number, what: string) =>
      assert.ok(Math.abs(ours - theirs) <= by, `${what}: ${ours} here, ${theirs} simulated`)
    near(says.state.dropChance, sim.dropChance, 0.008, 'drop chance')
    near(says.state.meanPending, sim.meanPending, 0.015 * sim.meanPending + 0.005, 'mean pending')
    const inAfterTwo = says.yours.inAfter[1] ?? says.yours.inAfter[0]!
    // To promise too little is the careful side: we count holds as exponential, and here they are all alike.
    assert.ok(inAfterTwo <= sim.inAfterTwo + 0.02, `in after two: ${inAfterTwo}, simulated ${sim.inAfterTwo}`)
    assert.ok(inAfterTwo >= sim.inAfterTwo - 0.1, `in after two: ${inAfterTwo}, simulated ${sim.inAfterTwo}`)
  })
}
