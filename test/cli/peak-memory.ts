// Loaded into the tested program with --import: says at its end how much memory it ever held, which no watcher from
// outside can know for sure.
import { writeFileSync } from 'node:fs'

const file = process.env['SSHMEDIC_TEST_PEAK']
if (file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)))
