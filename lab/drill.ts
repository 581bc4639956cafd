import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { FAULT_BY_ID } from '../src/knowledge/faults.ts'
import { whyUnavailable } from './hosts/available.ts'
import { withLab } from './hosts/lab.ts'
import { prepare } from './hosts/prepare.ts'
import { isRelease } from './hosts/release.ts'
import { sweep } from './hosts/sweep.ts'
import { faults } from './faults/index.ts'
import type { BrokenFault } from './types.ts'
import { openWayIn, wayInto } from './ways-in.ts'

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

if (values.list) {
  for (const { id, variants, releases } of faults)
    console.log(`${id.padEnd(28)} ${variants.join(' ').padEnd(40)} ${releases.join(' ')}`)
} else {
  const fault = faults.find(({ id }) => id === positionals[0])
  if (fault === undefined || positionals.length !== 1)
    usage(positionals[0] === undefined ? '' : `no fault ${positionals[0]}`)
  await drill(fault)
}

// Breaks one machine, says how to look at it from a second terminal, and waits.
async function drill(fault: BrokenFault): Promise<void> {
  const release = values.release ?? fault.releases.at(-1)!
  const variant = values.variant ?? fault.variants[0]!
  if (!isRelease(release) || !fault.releases.includes(release))
    usage(`${fault.id} can be had on ${fault.releases.join(', ')}`)
  if (!fault.variants.includes(variant)) usage(`${fault.id} has the variants ${fault.variants.join(', ')}`)
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
    const via = values.via ? await openWayIn(lab, wayInto(fault, FAULT_BY_ID.get(fault.id)?.stage ?? '')) : []
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
