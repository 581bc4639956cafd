import { known } from '../core/probe.ts'
import type { FactSheet } from '../core/types.ts'
import { account } from '../knowledge/signs/inside/account.ts'
import { NEEDED_DESCRIPTORS } from '../knowledge/signs/inside/host.ts'
import { portsOfSshd } from '../knowledge/signs/inside/listener.ts'
import { refusalWords } from './refusal-words.ts'

const LOG_UNITS: Readonly<Record<string, string>> = {
  'systemd-journald': 'systemd-journald',
  rsyslogd: 'rsyslog',
  'syslog-ng': 'syslog-ng',
}

/** What somebody on the server has seen, by the name advice calls it; undefined where it does not apply, so that the advice does not. */
export function insideWords(facts: FactSheet): Record<string, string | undefined> {
  const [refused] = known(facts, 'authorized-keys')?.refused ?? []
  const foreign = refused?.is === 'of-another-user'
  const keyFiles = known(facts, 'authorized-keys')?.files ?? []
  const full = known(facts, 'disk')?.mounts.find((m) => m.usedPercent >= 100 || m.inodesUsedPercent === 100)
  const state = account.read(facts)
  const user = known(facts, 'account')?.name
  const suspect = known(facts, 'login-files')?.suspects[0]
  const chroot = suspect?.does === 'chroot-missing' || suspect?.does === 'chroot-unsafe'
  const listener = known(facts, 'listener')
  const pam = known(facts, 'pam')
  const hostKeys = known(facts, 'host-keys')?.keys ?? []
  const limit = known(facts, 'descriptors')?.listener?.limit
  const units = listener?.listeners.length === 0 ? (known(facts, 'sshd-unit')?.units ?? []) : []
  const refusal = known(facts, 'sshd-effective')?.refusal
  return {
    badpath: foreign ? undefined : (refused?.path ?? known(facts, 'server-log')?.unsafePath),
    foreignpath: foreign ? refused?.path : undefined,
    closedkeys: keyFiles.find(({ state: is }) => is === 'unreadable')?.path,
    barredkeys: keyFiles.find(({ ours, bars }) => ours && bars !== undefined)?.path,
    keysfile: keyFiles.some(({ ours }) => ours)
      ? undefined
      : keyFiles.find(({ state: is }) => is !== 'unreadable')?.path,
    sshdport: portsOfSshd(facts)
      .find((port) => port !== listener?.port)
      ?.toString(),
    fullmount: full && full.inodesUsedPercent !== 100 ? full.mount : undefined,
    crowdedmount: full?.inodesUsedPercent === 100 ? full.mount : undefined,
    lockeduser: state === 'locked' && known(facts, 'account')?.failLocked !== true ? user : undefined,
    faillockeduser: known(facts, 'account')?.failLocked === true ? user : undefined,
    expireduser: state === 'expired' ? user : undefined,
    duepassworduser: state === 'password-expired' ? user : undefined,
    pamfile: pam?.suspects[0]?.file,
    shelluser: state === 'shell-unusable' || state === 'shell-refuses' ? user : undefined,
    loginfile: chroot ? undefined : suspect?.path,
    chrootpath: chroot ? suspect?.path : undefined,
    nologinfile: known(facts, 'nologin')?.files[0]?.path,
    wrappertable: known(facts, 'tcp-wrappers')?.rule?.file,
    openhostkey: hostKeys.find(({ state: is }) => is === 'too-open')?.path,
    spoilthostkey: hostKeys.find(({ state: is }) => is === 'empty' || is === 'not-a-key')?.path,
    fewdescriptors: limit !== undefined && limit < NEEDED_DESCRIPTORS ? String(limit) : undefined,
    logunit: LOG_UNITS[known(facts, 'log-daemon')?.name ?? ''],
    configfile: refusal?.file,
    configline: refusal?.line?.toString(),
    maskedunit: units.find(({ enabled }) => enabled === 'masked')?.name,
    stoppedunit: units.find(({ enabled, active }) => enabled !== 'masked' && active === 'inactive')?.name,
    ...refusalWords(facts),
  }
}
