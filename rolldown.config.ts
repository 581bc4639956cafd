/**
 * `npm run build`: src as a few files in dist, with the libraries it uses. `npm ci` does it too. A thousand small files take
 * longer to load than a diagnosis takes; a verb loads its own part of these.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { defineConfig } from 'rolldown'
import type { Plugin } from 'rolldown'
import manifest from './package.json' with { type: 'json' }

const ROOT = import.meta.dirname
/** What changes the bundle and is no module of it. */
const BESIDE = ['package-lock.json', 'rolldown.config.ts']

/** Writes down what the bundle was made from, so that bin/sshmedic.js never runs one that is older than the source. */
function inputs(): Plugin {
  let began = 0
  return {
    name: 'inputs',
    buildStart() {
      began = Date.now()
    },
    // Last of all: where writing was cut short there is no list, and the source is run.
    writeBundle({ dir = 'dist' }) {
      const files = [...[...this.getModuleIds()].filter(isOurs), ...BESIDE.map((name) => join(ROOT, name))]
      const seen = files.map((file) => {
        const { size, mtimeMs } = statSync(file)
        if (mtimeMs > began) throw new Error(`${file} was changed while it was bundled: run npm run build again.`)
        return [relative(ROOT, file).replaceAll('\\', '/'), size, mtimeMs]
      })
      writeFileSync(join(dir, 'inputs.json'), JSON.stringify(seen))
    },
  }
}

/** What the licences of the libraries ask for: their text goes with every copy. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const packages = new Set([...this.getModuleIds()].filter((id) => id.includes('node_modules')).map(packageOf))
      const texts = [...packages].sort().map((folder) => {
        const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
          string,
          string
        >
        const file = ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt']
          .map((each) => join(folder, each))
          .find(existsSync)
        if (file === undefined) throw new Error(`${name} has no licence file to pass on: do not bundle it.`)
        return `${name} ${version}\n\n${readFileSync(file, 'utf8').trim()}\n`
      })
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n---\n\n') })
    },
  }
}

const isOurs = (id: string): boolean => id.startsWith(join(ROOT, 'src/')) || id.startsWith(join(ROOT, 'schema/'))

/** The folder of the package that a module belongs to. */
function packageOf(module: string): string {
  let folder = dirname(module)
  while (!existsSync(join(folder, 'package.json')) || !hasName(folder)) folder = dirname(folder)
  return folder
}

const hasName = (folder: string): boolean =>
  'version' in (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object)

export default defineConfig({
  input: { run: 'src/cli/run.ts', worker: 'src/logs/scan/worker.ts' },
  platform: 'node',
  external: Object.keys(manifest.dependencies),
  plugins: [inputs(), licences()],
  output: { dir: 'dist', format: 'esm', cleanDir: true },
})
