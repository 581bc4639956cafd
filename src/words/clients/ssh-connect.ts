import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { connectFailure, lookupFailure } from '../network-errors.ts'
import { said } from '../said.ts'

const looks = said({
  by: 'ssh',
  level: 'info',
  step: 'name',
  road: 'breaks',
  source: 'OpenSSH 10.5, ssh.c resolve_host',
})
const dials = said({
  by: 'ssh',
  level: 'error',
  step: 'port',
  road: 'breaks',
  source: 'OpenSSH 10.5, sshconnect.c ssh_connect_direct',
})

/** OpenSSH's client, up to a connection that stands. */
export const ENTRIES: readonly Entry[] = [
  dials(
    'ssh-connect-empty-host',
    /^ssh: connect to host {1,2}port (?<port>[\w-]{1,32}): (?<reason>.{1,200})$/,
    'ssh was given an empty host name and tried to connect to its own machine.',
    {
      message: 'client-destination-empty',
      ends(m) {
        const failure = connectFailure(m[2] ?? '')
        return failure ? { failure } : undefined
      },
    },
  ),
  dials(
    'ssh-connect',
    /^ssh: connect to host .{1,300} port [\w-]{1,32}: (.{1,200})$/,
    'ssh could not connect to the port of this host.',
    {
      ends(m) {
        // `failure` is what is left when bind(2) failed first; that line said why.
        if (m[1] === 'failure') return { failure: 'config-unusable', echo: true }
        const failure = connectFailure(m[1] ?? '')
        return failure ? { failure } : undefined
      },
    },
  ),
  dials(
    'ssh-bind-address',
    /^bind \S{1,100}: (?:Cannot|Can't) assign requested address/,
    'ssh could not bind to the address that BindAddress or BindInterface names.',
    { step: 'client', ends: is('config-unusable'), source: 'OpenSSH 10.5, sshconnect.c ssh_create_socket' },
  ),
  looks(
    'ssh-resolve-empty-host',
    /^(?:\S{0,200}ssh(?:\.exe)?: )?Could not resolve hostname (?:"" ?)?: (?<reason>.{1,200})$/,
    'ssh was given an empty host name.',
    { message: 'client-destination-empty', ends: (m) => ({ failure: lookupFailure(m[1] ?? '') }) },
  ),
  looks(
    'ssh-resolve',
    /^(?:\S{0,200}ssh(?:\.exe)?: )?Could not resolve hostname .{0,300}?: (.{1,200})$/,
    'ssh could not look up the name of the host.',
    { ends: (m) => ({ failure: lookupFailure(m[1] ?? '') }) },
  ),
  looks('ssh-resolve-silent', /^ssh: Could not resolve host(?:name)? /, 'ssh could not look up the name of the host.', {
    ends: is('name-lookup-fails'),
  }),
]
