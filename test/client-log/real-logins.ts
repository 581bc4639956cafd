import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { ClientFailure, LoginStep } from '../../src/core/types.ts'

/** What the captured logins are: name and verbosity → ending and how far they came, by release where it differs. */
export const REAL: Record<string, [ClientFailure | undefined, LoginStep]> = {
  'ok v': [undefined, 'session'],
  'ok q': [undefined, 'start'],
  'jump-ok q': [undefined, 'start'],
  'wire3017 q': [undefined, 'start'],
  'forced q': [undefined, 'start'],
  'forced v': [undefined, 'session'],
  'jump-ok v': [undefined, 'session'],
  'bindaddr q': ['config-unusable', 'start'],
  'cfg-file q': ['config-unusable', 'start'],
  'cfg-file-none q': ['config-unusable', 'start'],
  'cfg-option q': ['config-unusable', 'start'],
  'cfg-perm q': ['config-unusable', 'start'],
  'usage q': ['config-unusable', 'start'],
  'noname q': ['name-lookup-fails', 'resolve'],
  'timeout q': ['connect-timeout', 'connect'],
  'timeout v': ['connect-timeout', 'connect'],
  'refused q': ['connect-refused', 'connect'],
  'ctl-stale q': ['connect-refused', 'connect'],
  'hostunreach q': ['host-unreachable', 'connect'],
  'noroute q': ['net-unreachable', 'connect'],
  'prohibit q': ['connect-not-permitted', 'connect'],
  'wire3001 q': ['banner-timeout', 'connected'],
  'wire3001 v': ['banner-timeout', 'connected'],
  'wire3002 q': ['banner-reset', 'connected'],
  'wire3003 q': ['banner-reset', 'connected'],
  'wire3004 q': ['banner-closed', 'connected'],
  'wire3004 q 10.0': ['closed-unstated', 'connected'],
  'wire3005 q': ['banner-reset', 'connected'],
  'wire3005 v': ['banner-reset', 'connected'],
  'wire3006 q': ['banner-closed', 'connected'],
  'wire3006 q 10.0': ['closed-unstated', 'connected'],
  'wire3006 v': ['banner-closed', 'connected'],
  'wire3007 q': ['banner-garbage', 'connected'],
  'wire3008 q': ['protocol-mismatch', 'identification'],
  'wire3009 q': ['banner-no-version', 'connected'],
  'wire3010 q': ['banner-garbage', 'connected'],
  'wire3011 q': ['reset-unstated', 'connected'],
  'wire3012 q': ['closed-unstated', 'connected'],
  'wire3012 v': ['kex-closed', 'identification'],
  'wire3013 q': ['reset-unstated', 'connected'],
  'wire3014alive q': ['kex-timeout', 'identification'],
  'wire3015 q': ['closed-unstated', 'connected'],
  'wire3015 v': ['kex-closed', 'kexinit'],
  'wire3016 q': ['reset-unstated', 'connected'],
  'wire3016 v': ['kex-reset', 'kexinit'],
  'wire3017alive q': ['kex-timeout', 'identification'],
  'wire3017alive v': ['kex-timeout', 'kexinit'],
  'wire3018 q': ['kex-corrupt', 'identification'],
  'wire3019 q': ['disconnected', 'identification'],
  'wire3020 q': ['banner-garbage', 'connected'],
  'wire3021 q': ['kex-corrupt', 'identification'],
  'wire3022 q': ['disconnected', 'identification'],
  'wire3022 v': ['disconnected', 'kexinit'],
  'kexmismatch q': ['no-common-algorithm', 'kexinit'],
  'hkmismatch q': ['no-common-algorithm', 'kexinit'],
  'cipher q': ['no-common-algorithm', 'kexinit'],
  'unknown-host q': ['host-key-unknown', 'kex-reply'],
  'hk-strict q': ['host-key-unknown', 'kex-reply'],
  'changed-host q': ['host-key-changed', 'kex-reply'],
  'changed-host v': ['host-key-changed', 'kex-reply'],
  'revoked-host q': ['host-key-revoked', 'kex-reply'],
  'denied q': ['permission-denied', 'methods'],
  'denied v': ['permission-denied', 'offer'],
  'denied-nokey q': ['permission-denied', 'methods'],
  'denied-pubkey-only q': ['permission-denied', 'methods'],
  'key-junk q': ['permission-denied', 'methods'],
  'key-open q': ['permission-denied', 'methods'],
  'key-pass q': ['permission-denied', 'methods'],
  'partial q': ['permission-denied', 'methods'],
  'partial v': ['permission-denied', 'key-accepted'],
  'too-many q': ['too-many-failures', 'service'],
  'too-many v': ['too-many-failures', 'offer'],
  'expired q': ['auth-closed', 'newkeys'],
  'expired v': ['auth-closed', 'key-accepted'],
  'nologin-file q': ['auth-closed', 'newkeys'],
  'nologin-file v': ['auth-closed', 'key-accepted'],
  'maxsessions0 q': ['session-refused', 'authenticated'],
  'nopty q': ['session-refused', 'authenticated'],
  'sess-kill q': ['session-closed', 'authenticated'],
  'sess-stop q': ['broken-pipe', 'authenticated'],
  'sess-stop v': ['broken-pipe', 'session'],
  'chroot q': ['broken-pipe', 'authenticated'],
  'chroot v': ['broken-pipe', 'session'],
  'jump-refused q': ['proxy-fails', 'proxy'],
  'jump-refused v': ['proxy-fails', 'proxy'],
  'jump-name q': ['proxy-fails', 'proxy'],
  'jump-denied q': ['proxy-fails', 'proxy'],
  'jump-forbidden q': ['proxy-fails', 'proxy'],
  'jump-target-refused q': ['proxy-fails', 'proxy'],
  'jump-target-refused v': ['proxy-fails', 'proxy'],
  'jump-target-noname q': ['proxy-fails', 'proxy'],
  'jump-target-timeout q': ['proxy-fails', 'proxy'],
  'proxy-missing q': ['proxy-fails', 'proxy'],
  'proxy-words q': ['proxy-fails', 'proxy'],
  // Nobody on the way said a word: the far end may have closed as well.
  'proxy-false q': ['banner-closed', 'start'],
  'proxy-false q 10.0': ['closed-unstated', 'start'],
}

interface RealLogin {
  name: string
  releases: string[]
  text: string
}

/** Captured with Debian's clients 8.4, 9.2 and 10.0 against sshd 9.2 and small servers that misbehave, 2026-11; noise of -v taken out. */
export const realLogins: RealLogin[] = readFileSync(new URL('real-logins.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((part) => {
    const [head = '', ...lines] = part.split('\n')
    const [name, verbosity, releases = ''] = head.split(' ')
    return { name: `${name} ${verbosity}`, releases: releases.split(','), text: lines.join('\n') }
  })
export const real = (name: string, release?: string): string => {
  const found = realLogins.find((login) => login.name === name && (!release || login.releases.includes(release)))
  assert.ok(found, name)
  return found.text
}
