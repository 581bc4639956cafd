import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { whyUnavailable } from './hosts/available.ts'
import { withLab } from './hosts/lab.ts'
import { prepare } from './hosts/prepare.ts'
import { isRelease } from './hosts/release.ts'
import { sweep } from './hosts/sweep.ts'
import { labFaults } from './faults/index.ts'
import { isBroken } from './from-outside.ts'
import { insideFaults } from './from-within.ts'
import type { BrokenFault } from './types.ts'
import { openWayIn } from './ways-in.ts'

const USAGE =
  'usage: drill <fault> [--via] [--release bookworm|trixie|bullseye] [--variant NAME] [--seed N] | drill --list'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean' },
    via: { type: 'boolean' },
    release: { type: 'string' },
    variant: { type: 'string' },
    seed: { type: 'string' },
  },
})

/** Every fault as it is broken for the outside, then the ways that are told from within only. */
const faults: readonly BrokenFault[] = [...labFaults.filter(isBroken), ...insideFaults.filter((one) => one.onlyWithin)]

if (values.list) {
  for (const { id, variants, releases } of faults)
    console.log(`${id.padEnd(28)} ${variants.join(' ').padEnd(40)} ${releases.join(' ')}`)
} else {
  const [wanted] = positionals
  if (wanted === undefined || positionals.length !== 1) usage('')
  await drill(chosen(wanted))
}

/** The fault of this id that knows the variant asked for. */
function chosen(id: string): BrokenFault {
  const golden = labFaults.find((one) => one.id === id)
  if (golden && !isBroken(golden)) usage(`${id} cannot be broken here: ${golden.notBroken}`)
  const ways = faults.filter((one) => one.id === id)
  const variants = ways.flatMap((one) => one.variants)
  if (variants.length === 0) usage(`no fault ${id}`)
  const { variant } = values
  return (
    ways.find((one) => variant === undefined || one.variants.includes(variant)) ??
    usage(`${id} has the variants ${variants.join(', ')}`)
  )
}

// Breaks one machine, says how to look at it from a second terminal, and waits.
async function drill(fault: BrokenFault): Promise<void> {
  const release = values.release ?? fault.releases.at(-1)!
  const variant = values.variant ?? fault.variants[0]!
  if (!isRelease(release) || !fault.releases.includes(release))
    usage(`${fault.id} can be had on ${fault.releases.join(', ')}`)
  const within = fault.fromWithin
  if (values.via && 'not' in within) usage(`${fault.id} is not looked at from within: ${within.not}`)
  const unavailable = await whyUnavailable()
  if (unavailable !== undefined) usage(unavailable)
  await prepare([release])
  sweep()
  const options = {
    release,
    client: { addresses: fault.clientAddresses ?? 1 },
    ...(values.seed && { seed: Number(values.seed) }),
  }
  await withLab(options, async (lab) => {
    // A way in is kept open from before it broke, as the look from within needs it.
    const via = values.via && 'way' in within ? await openWayIn(lab, within.way) : []
    const broken = await fault.break(lab, variant)
    const inside = `ip netns exec ${lab.netns.client} env -u SSH_AUTH_SOCK HOME=${lab.client.home}`
    const args = broken.args.map(quoted).join(' ')
    const medic = resolve(import.meta.dirname, '../bin/sshmedic.js')
    console.log(`\n${fault.id} (${variant}) on ${release}, seed ${lab.seed}; the answer should be: ${fault.verdict}\n
In a second terminal:\n
  ${inside} ${process.execPath} ${medic} ${[...via, args].join(' ')}
  ${inside} ssh -v ${args}\n
A look inside:  nsenter -t ${lab.machine.leader} -a sh\n`)
    const terminal = createInterface({ input: process.stdin, output: process.stdout })
    // readline swallows ^C; without a listener of ours it would only pause.
    terminal.on('SIGINT', () => terminal.close())
    await new Promise<void>((done) => {
      terminal.once('close', done)
      void terminal.question('Enter to clean up. ').then(
        () => done(),
        () => done(),
      )
    })
    terminal.close()
    await broken.release?.()
  })
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

function usage(complaint: string): never {
  console.error(complaint === '' ? USAGE : `drill: ${complaint}\n${USAGE}`)
  process.exit(2)
}
