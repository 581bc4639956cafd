import { main } from '../../src/cli/main.ts'

/** The command alone, as a program: several command lines, as one JSON word, each followed by its exit code. */
for (const argv of JSON.parse(process.argv[2] ?? '[]') as string[][]) {
  const code = await main(['startups', ...argv], '0.0.0')
  process.stderr.write(`exit ${code}\n`)
  process.stdout.write('\u0004')
}
