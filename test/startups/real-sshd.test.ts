import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { DEFAULT_MAX_STARTUPS, dropChance, parseMaxStartups } from '../../src/openssh/max-startups.ts'
import type { MaxStartups } from '../../src/openssh/max-startups.ts'
import { stationary } from '../../src/openssh/startups/stationary.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { withLab } from '../../lab/hosts/lab.ts'
import type { Lab } from '../../lab/hosts/lab.ts'

const ARRIVALS = join(import.meta.dirname, 'arrivals.pl')
const TRIES = join(import.meta.dirname, 'tries.pl')
const SETTINGS = ['10:30:100', '20:50:100', '10:30:60'] as const
const skip = await skipUnlessHosts()

/** The chain and the curve against sshd itself; the margins are those of chance. */
describe('sshd drops what the arithmetic says', { skip, concurrency: 2 }, () => {
  test('so many held, so many dropped (10.0)', () =>
    withLab({ release: 'trixie' }, async (lab) => {
      let [tried, dropped, expected, variance] = [0, 0, 0, 0]
      for (const text of SETTINGS) {
        const setting = await set(lab, text)
        for (const held of [15, 40]) {
          const holders = await lab.attacker.hold(held, { seconds: 30 })
          assert.equal(holders.held, held)
          const cell = await tries(lab, held)
          await holders.close()
          await quiet(lab)
          const chance = dropChance(held, setting)
          const said = `${text} with ${held} held: ${cell.dropped} of ${cell.tried} dropped, expected ${chance}`
          assert.ok(cell.tried >= 20, said)
          const sigma = Math.sqrt((chance * (1 - chance)) / cell.tried)
          if (chance === 0) assert.equal(cell.dropped, 0, said)
          else assert.ok(Math.abs(cell.dropped / cell.tried - chance) < 4 * sigma + 0.01, said)
          tried += cell.tried
          dropped += cell.dropped
          expected += chance * cell.tried
          variance += chance * (1 - chance) * cell.tried
        }
      }
      const said = `${dropped} of ${tried} dropped in all, expected ${expected.toFixed(0)}`
      assert.ok(Math.abs(dropped - expected) < 3.3 * Math.sqrt(variance) + 0.01 * tried, said)
    }))

  test('so much load, so many dropped and so many pending (9.2)', (t) =>
    withLab({ release: 'bookworm' }, async (lab) => {
      let [arrivedInAll, expectedInAll, droppedInAll] = [0, 0, 0]
      for (const text of SETTINGS) {
        const setting = await set(lab, text)
        for (const load of [20, 50]) {
          const rate = 50
          const first = Math.round(stationary(setting, load).meanPending)
          const watch = pendingSeen(lab, 1)
          const { arrived, dropped, late } = await arrivals(lab, {
            rate,
            hold: load / rate,
            first,
            warm: 1,
            seconds: 5.5,
          })
          const mean = watch()
          await quiet(lab)
          const share = dropped / arrived
          // Forking takes its time on a busy machine and counts as holding: so the load is what was pending, divided by the
          // share let in (E N = ρ(1 − D)), and not what was meant.
          const real = mean / (1 - share)
          const { dropChance } = stationary(setting, real)
          const said = `${text} under ${load} (${real.toFixed(1)}): ${share.toFixed(3)} of ${arrived} dropped, expected ${dropChance.toFixed(3)}`
          // Where the strangers themselves are starved of processor they come in heaps, which no Poisson stream does.
          if (late > 0.1 * arrived || real > 1.35 * load) {
            t.diagnostic(`not counted, the machine is too busy: ${said}, ${late} late`)
            continue
          }
          const sigma = Math.sqrt((Math.max(0.02, dropChance) * (1 - dropChance)) / arrived)
          // Tries share what is pending, which varies slowly: half as much again.
          assert.ok(Math.abs(share - dropChance) < 1.5 * 3.3 * sigma, said)
          assert.ok(real > load * 0.7, said)
          arrivedInAll += arrived
          droppedInAll += dropped
          expectedInAll += dropChance * arrived
        }
      }
      if (arrivedInAll === 0) return t.skip('the machine is too busy for a steady load')
      const off = (droppedInAll - expectedInAll) / arrivedInAll
      assert.ok(Math.abs(off) < (1.5 * 3.3 * 0.5) / Math.sqrt(arrivedInAll), `in all ${off} beside the expected share`)
    }))
})

/** Writes the setting before every other line that could win, and has sshd read it anew. */
async function set({ machine }: Lab, text: string): Promise<MaxStartups> {
  const penalties = machine.release === 'trixie' ? '\\nPerSourcePenalties no' : ''
  await machine.must(
    `grep -v -i -e '^MaxStartups' -e '^PerSourcePenalties' /etc/ssh/sshd_config > /root/config
     { printf 'MaxStartups ${text}${penalties}\\n'; cat /root/config; } > /etc/ssh/sshd_config
     sshd -t && systemctl reload ssh && sshd -T | grep -q '^maxstartups ${text}$'`,
  )
  // The title shows that the new listener is there.
  const [start, , full] = text.split(':')
  await until(() => title(machine).includes(`0 of ${start}-${full} startups`))
  return parseMaxStartups(text) ?? DEFAULT_MAX_STARTUPS
}

const title = (machine: Lab['machine']): string => {
  try {
    return readFileSync(`/proc/${machine.listenerPid()}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Until nobody is pending any more. */
const quiet = ({ machine }: Lab) => until(() => title(machine).includes(' 0 of '))

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 500) throw new Error('sshd does not come to rest')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Reads the listener's title over and over from `after` seconds on; what is returned ends that and gives the mean. */
function pendingSeen({ machine }: Lab, after: number): () => number {
  const file = `/proc/${machine.listenerPid()}/cmdline`
  const began = performance.now()
  const seen: number[] = []
  const timer = setInterval(() => {
    const pending = /(\d+) of \d+-\d+ startups/.exec(readFileSync(file, 'utf8'))?.[1]
    const seconds = (performance.now() - began) / 1000
    if (pending !== undefined && seconds > after + 0.1 && seconds < after + 5.5) seen.push(Number(pending))
  }, 10)
  return () => {
    clearInterval(timer)
    return seen.reduce((sum, each) => sum + each, 0) / seen.length
  }
}

/** Runs arrivals.pl among the strangers. */
async function arrivals(
  { attacker, at, random }: Lab,
  { rate, hold, first, warm, seconds }: { rate: number; hold: number; first: number; warm: number; seconds: number },
): Promise<{ arrived: number; dropped: number; late: number }> {
  const numbers = [22, rate, hold, first, warm, seconds, Math.floor(random() * 1e6)].map(String)
  const outcome = await attacker.run(['perl', ARRIVALS, at.machine, ...numbers, ...attacker.addresses], {
    timeoutMs: 60_000,
  })
  const m = /arrived (\d+) dropped (\d+) unheard (\d+) late (\d+)/.exec(outcome.stdout)
  assert.ok(m, outcome.stderr)
  // Who went before sshd spoke is neither in nor out, and came on a day as bad as the late ones.
  return { arrived: Number(m[1]) - Number(m[3]), dropped: Number(m[2]), late: Number(m[3]) + Number(m[4]) }
}

/** Runs tries.pl among the strangers, for some seconds at most. */
async function tries({ attacker, at, machine }: Lab, held: number): Promise<{ tried: number; dropped: number }> {
  const numbers = [22, machine.listenerPid(), held, 120, 5].map(String)
  const outcome = await attacker.run(['perl', TRIES, at.machine, ...numbers, ...attacker.addresses], {
    timeoutMs: 60_000,
  })
  const m = /tried (\d+) dropped (\d+)/.exec(outcome.stdout)
  assert.ok(m, outcome.stderr)
  return { tried: Number(m[1]), dropped: Number(m[2]) }
}
