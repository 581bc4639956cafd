import { parseArgs } from 'node:util'
import { withLab } from './hosts/lab.ts'
import { labFaults } from './faults/index.ts'
import { isBroken } from './from-outside.ts'

// What plain ssh says of each broken machine, to hold against OpenSSH's own behaviour when a fault is written or changed:
// node lab/symptom.ts [FAULT...] [--release R] [--verbose]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    release: { type: 'string' },
    variant: { type: 'string' },
    verbose: { type: 'boolean', short: 'v' },
    timeout: { type: 'string' },
  },
})

const faults = labFaults.filter(isBroken)
const chosen = positionals.length === 0 ? faults : faults.filter(({ id }) => positionals.includes(id))
for (const fault of chosen) {
  for (const release of fault.releases.filter((each) => (values.release ?? each) === each)) {
    for (const variant of fault.variants.filter((each) => (values.variant ?? each) === each)) {
      console.log(`\n== ${fault.id} ${variant} on ${release} (${fault.verdict})`)
      await withLab({ release, client: { addresses: fault.clientAddresses ?? 1 } }, async (lab) => {
        const started = performance.now()
        const broken = await fault.break(lab, variant)
        console.log(`   broken in ${Math.round(performance.now() - started)} ms: ssh ${broken.args.join(' ')}`)
        const options = ['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=4', ...(values.verbose ? ['-v'] : [])]
        for (let tries = 0; tries < 3; tries++) {
          const timeoutMs = Number(values.timeout ?? 12) * 1000
          const login = await lab.client.run(['ssh', ...options, ...broken.args, 'echo in'], { timeoutMs })
          const said = (login.stdout + login.stderr).trim().split('\n').join('\n     ')
          console.log(
            `   ${login.timedOut ? 'hangs' : `code ${login.code}`} after ${Math.round(login.ms)} ms\n     ${said}`,
          )
        }
        await broken.release?.()
      })
    }
  }
}
