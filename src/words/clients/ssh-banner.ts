import type { Entry } from '../entry.ts'
import { is, peer } from '../finding.ts'
import { said } from '../said.ts'

const error = said({
  by: 'ssh',
  level: 'error',
  step: 'banner',
  road: 'breaks',
  source: 'OpenSSH 10.5, kex.c kex_exchange_identification',
})

/** OpenSSH's client, while it waits for the identification string. */
export const ENTRIES: readonly Entry[] = [
  error(
    'ssh-banner-timeout',
    /^Connection timed out during banner exchange/,
    'The server took the connection and sent no identification in time.',
    { ends: is('banner-timeout') },
  ),
  error(
    'ssh-banner-read',
    /^(?:kex|ssh)_exchange_identification: (?:read|write): (.{1,200})$/,
    'The connection broke before the server sent its identification.',
    { ends: (m) => ({ failure: /timed out/i.test(m[1] ?? '') ? 'banner-timeout' : 'banner-reset' }) },
  ),
  error(
    'ssh-banner-closed',
    /^(?:kex|ssh)_exchange_identification: Connection closed by remote host/,
    'The server closed the connection before it sent its identification.',
    { ends: is('banner-closed') },
  ),
  error(
    'ssh-banner-no-version',
    /^(?:kex|ssh)_exchange_identification: No SSH version received/,
    'The server sent many lines, and not one of them was an SSH identification.',
    { ends: is('banner-no-version') },
  ),
  error(
    'ssh-banner-garbage',
    /^(?:kex|ssh)_exchange_identification: (?:banner line (?:contains|too long)|.{0,40}invalid\b)/,
    'The server sent something that is not an SSH identification.',
    { ends: is('banner-garbage') },
  ),
  error(
    'ssh-banner-bad-version',
    /^Bad remote protocol version identification/,
    'The server sent something that is not an SSH identification.',
    { ends: is('banner-garbage') },
  ),
  error(
    'ssh-protocol-mismatch',
    /^(?:Protocol major versions differ|Remote machine has too old SSH software version)/,
    'The server speaks another version of the SSH protocol.',
    { ends: is('protocol-mismatch') },
  ),
  error(
    'ssh-banner-exchange',
    /^banner exchange: Connection to (\S{1,100}) port \d{1,5}: (.{1,200})$/,
    'The exchange of identifications failed; the line in front says how.',
    {
      since: '8.3',
      source: 'OpenSSH 10.5, sshconnect.c ssh_login',
      ends(m) {
        const text = m[2] ?? ''
        if (/protocol version/.test(text)) return peer('protocol-mismatch', m, { echo: true })
        if (/invalid format/.test(text)) return peer('banner-garbage', m, { echo: true })
        return peer(/timed out/i.test(text) ? 'banner-timeout' : 'banner-reset', m, { echo: true })
      },
    },
  ),
]
