#!/usr/bin/env node
// Plain JavaScript that any Node can read: it finds a Node that can run the rest, and answers --version without it.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8'))
const argv = process.argv.slice(2)

if (argv.length === 1 && argv[0] === '--version') {
  try {
    writeFileSync(1, `sshmedic ${version}\n`)
  } catch (error) {
    // A reader that has gone away is no error; a full disk is one.
    if (error.code !== 'EPIPE') {
      process.stderr.write(`sshmedic: the version could not be written to stdout (${error.code}).\n`)
      process.exitCode = 3
    }
  }
} else if (Number(process.versions.node.split('.')[0]) < 24) {
  await borrowNode()
} else {
  const module = await import('node:module')
  // Stripped and compiled code is kept between runs (NODE_COMPILE_CACHE moves it); start-up is felt at every use.
  module.enableCompileCache?.()
  const { run } = await import(isBundled() ? '../dist/run.js' : '../src/cli/run.ts')
  await run(argv, version)
}

/**
 * What is installed is the bundle alone. In a clone `npm ci` makes one as well, and it counts as long as not one file that it was made
 * from has changed since: whoever edits the source runs the source.
 */
function isBundled() {
  if (!existsSync(here('../src/cli/run.ts'))) return true
  const list = here('../dist/inputs.json')
  if (!existsSync(list)) return false
  return JSON.parse(readFileSync(list, 'utf8')).every(([path, size, mtimeMs]) => {
    const now = statSync(here(`../${path}`), { throwIfNoEntry: false })
    return now?.size === size && now.mtimeMs === mtimeMs
  })
}

/** The development dependency `node` is a Node 24; npx and npm run put it first in PATH, a bare `bin/sshmedic.js` does not. */
async function borrowNode() {
  const node = ['../node_modules/node/bin/node', '../../node/bin/node', '../node_modules/node/bin/node.exe']
    .map(here)
    .find((path) => existsSync(path))
  if (!node) {
    process.stderr.write(
      `sshmedic: this is Node ${process.versions.node}, and sshmedic needs Node 24 or newer. Install that, or run it as: npx sshmedic\n`,
    )
    process.exitCode = 2
    return
  }
  const { spawn } = await import('node:child_process')
  const child = spawn(node, [fileURLToPath(import.meta.url), ...argv], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}
