import { access } from 'node:fs/promises'
import { homedir } from 'node:os'
import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { FactSheet, Target } from '../../core/types.ts'
import { portOf } from '../dial/addresses.ts'
import { boundedRun } from '../watched-ssh/bounded-run.ts'

/** A known_hosts file of a hundred thousand lines, names hashed, takes half a second. */
const SECONDS = 3

/** ssh writes other ports than its own as `[host]:port`; an alias stands alone (sshconnect.c get_hostfile_hostname_ipaddr, put_host_port). */
function namesOf(facts: FactSheet, target: Target): string[] {
  const config = known(facts, 'ssh-config')
  if (config?.hostKeyAlias !== undefined) return [config.hostKeyAlias]
  const port = portOf(facts, target)
  const addresses = known(facts, 'name-lookup')?.addresses.map(({ address }) => address) ?? []
  const hosts = [...new Set([config?.host ?? target.host, ...addresses])].slice(0, 4)
  return hosts.map((host) => (port === 22 ? host : `[${host}]:${port}`))
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** `ssh-keygen -F` prints a remark and each line that has the name; a line with a marker is an authority's, or revoked. */
const hasKey = (printed: string): boolean =>
  printed.split('\n').some((line) => line.trim() !== '' && !/^[#@]/.test(line))

export default {
  id: 'known-hosts',
  needs: 'nothing',
  asks: 'has an SSH server answered you here before?',
  cost: { seconds: 0.05, connections: 0, load: 0 },
  decides: ['met-before'],
  applies: (facts) => (known(facts, 'ssh-config')?.userKnownHostsFiles?.length ?? 0) > 0,
  async run({ target, facts, signal, patience }) {
    const configured = known(facts, 'ssh-config')?.userKnownHostsFiles ?? []
    const paths = configured.filter((path) => path !== 'none').map((path) => path.replace(/^~(?=\/)/, homedir()))
    const there = await Promise.all(paths.map(isThere))
    const files = paths.filter((_, i) => there[i])
    // A name that began with a hyphen ssh would take for an option; none that ssh writes there does.
    const names = namesOf(facts, target).filter((name) => !name.startsWith('-'))
    for (const file of files)
      for (const name of names) {
        const args = ['-F', name, '-f', file]
        const ran = await boundedRun('ssh-keygen', args, { seconds: SECONDS * patience, signal })
        if (ran.failed) throw new Unanswered('absent', `ssh-keygen could not be started (${ran.failed})`)
        if (ran.ended) throw new Unanswered('timed-out', `ssh-keygen -F had no answer after ${SECONDS * patience} s`)
        if (hasKey(ran.stdout)) return { names, files, found: true }
      }
    return { names, files, found: false }
  },
} satisfies Probe<'known-hosts'>
