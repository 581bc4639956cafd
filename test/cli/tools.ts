import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { command } from '../../lab/hosts/command.ts'

const missing = (tools: readonly string[]): string[] =>
  tools.filter((tool) => !(process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool))))

/**
 * Programs that a test needs and whose Debian packages are called as they are: installed where that can be done. Returns what
 * node:test takes as `skip`: false, or the reason, said loudly. With REQUIRE_HOSTS=1 the reason is an error instead.
 */
export async function skipUnlessTools(...tools: string[]): Promise<string | false> {
  if (missing(tools).length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = [
      'apt-get',
      'install',
      '-y',
      '--no-install-recommends',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...missing(tools),
    ]
    if ((await command(install, { env, timeoutMs: 300_000 })).code !== 0) {
      await command(['apt-get', 'update'], { env, timeoutMs: 300_000 })
      await command(install, { env, timeoutMs: 300_000 })
    }
  }
  const left = missing(tools)
  if (left.length === 0) return false
  const reason = `not installed, and only root on Debian could install them: ${left.join(' ')}`
  if (process.env['REQUIRE_HOSTS'] === '1') throw new Error(`REQUIRE_HOSTS=1, but ${reason}`)
  console.error(`\n*** SKIPPED: ${reason} ***\n`)
  return reason
}
