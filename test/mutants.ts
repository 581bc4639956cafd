/**
 * `npm run mutants [FILE…]`: breaks the judging in every small way Stryker knows, and runs test/judging.ts over each. Some minutes a
 * file on two quiet cores; the survivors are printed with their lines, and below 85 % it fails.
 */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const files = process.argv.slice(2)
const { status } = spawnSync('stryker', ['run', ...(files.length > 0 ? ['--mutate', files.join(',')] : [])], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    SSHMEDIC_SEED: process.env.SSHMEDIC_SEED ?? '20261121',
    // Starting a test is most of what a mutant costs.
    NODE_COMPILE_CACHE: join(root, '.cache/compiled'),
  },
})
process.exit(status ?? 1)
