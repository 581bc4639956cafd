/**
 * `npm run bench [TOPIC]`: the numbers of the README, measured now, beside their bars and beside the peer in the same run.
 * Without a topic: all of them.
 */
const TOPICS: Readonly<Record<string, (argv: readonly string[]) => Promise<void>>> = {
  start: async () => (await import('./start.ts')).benchStart(),
  outside: async (argv) => (await import('./outside.ts')).benchOutside(argv),
  logs: async (argv) => (await import('./logs/bench-logs.ts')).benchLogs(argv),
  inside: async (argv) => (await import('./inside.ts')).benchInside(argv),
  config: async (argv) => (await import('./config.ts')).benchConfig(argv),
  words: async (argv) => (await import('./words.ts')).benchWords(argv),
}

const [first, ...rest] = process.argv.slice(2)
const topic = first === undefined || first.startsWith('-') ? undefined : first
if (topic !== undefined && !Object.hasOwn(TOPICS, topic)) {
  console.error(`There is no bench '${topic}'. There are: ${Object.keys(TOPICS).join(', ')}.`)
  process.exitCode = 2
} else if (topic !== undefined) {
  await TOPICS[topic]!(rest)
} else {
  for (const [name, bench] of Object.entries(TOPICS)) {
    console.log(`\n== ${name}`)
    await bench(name === 'outside' ? process.argv.slice(2) : [])
  }
}
