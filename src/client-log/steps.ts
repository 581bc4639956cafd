import type { LoginStep } from '../core/types.ts'

/** What a line of `ssh -v` says once its `debug1: ` is off, and the step it proves. OpenSSH 6.6 to 10.5; 8.4, 9.2 and 10.0 were run. */
const STEPS: readonly (readonly [RegExp, LoginStep])[] = [
  [/^Executing proxy (?:command|dialer command): /, 'proxy'],
  [/^Setting implicit ProxyCommand from ProxyJump: /, 'proxy'],
  [/^(?:resolving "|resolve_host: lookup )/, 'resolve'],
  [/^Connecting to \S.* port \S+$/, 'connect'],
  [/^Connection established\.$/, 'connected'],
  [/^Remote protocol version \d/, 'identification'],
  [/^SSH2_MSG_KEXINIT received$/, 'kexinit'],
  // What a hanging key exchange ends in.
  [/^expecting SSH2_MSG_KEX\w{0,20}_REPLY$/, 'kexinit'],
  [/^SSH2_MSG_KEX\w{0,20}_REPLY received$/, 'kex-reply'],
  [/^Server host (?:key|certificate): /, 'kex-reply'],
  [/^SSH2_MSG_NEWKEYS received$/, 'newkeys'],
  [/^SSH2_MSG_EXT_INFO received$/, 'newkeys'],
  [/^SSH2_MSG_SERVICE_ACCEPT received$/, 'service'],
  [/^Authentications that can continue: /, 'methods'],
  [/^Offering (?:[\w@.-]{1,60} )?public key: /, 'offer'],
  [/^Server accepts key: /, 'key-accepted'],
  [/^sign_and_send_pubkey: signing using /, 'signed'],
  [/^Authenticated to \S/, 'authenticated'],
  [/^Authentication succeeded \(/, 'authenticated'],
  [/^Entering interactive session\.$/, 'session'],
  // Over a shared connection there is nothing in between.
  [/^mux_client_request_session: master session id: \d/, 'session'],
]

/** Every step's line begins with one of these letters, which spares most lines the list. */
const FIRST_LETTERS = 'eESrCRAOsm'

/** The words of a line without `debug1: ` in front. */
export const withoutLevel = (line: string): string => line.replace(/^debug[123]: /, '')

/** The login step one line of `ssh -v`'s standard error proves; undefined where it proves none. With or without its line end. */
export function stepOfLine(line: string): LoginStep | undefined {
  const words = withoutLevel(line.slice(0, 4096).trimEnd())
  if (!FIRST_LETTERS.includes(words[0] ?? ' ')) return undefined
  return STEPS.find(([pattern]) => pattern.test(words))?.[1]
}

/**
 * Reads the same line by line for a login that may go through jump hosts. `ssh -J` hands its own `-v` to the ssh it starts
 * for the jump (ssh.c main, `debug_flag`), whose whole login then shows up in the same stream before the target's: its
 * steps are not the target's. `inside` tells that the last line was still about a jump.
 */
export class StepFollower {
  inside = false
  /** Talking ssh processes between us and the target. */
  #jumps = 0
  #identified = 0

  /** The step of the login to the target that this line proves. */
  next(line: string): LoginStep | undefined {
    const words = withoutLevel(line.slice(0, 4096).trimEnd())
    const step = stepOfLine(words)
    if (words.startsWith('Executing proxy command: ') && / -v{1,3} .{0,200}-W /.test(words)) this.#jumps++
    if (step === 'identification') this.#identified++
    this.inside = this.#jumps > 0 && this.#identified <= this.#jumps
    return this.inside && step !== 'proxy' ? undefined : step
  }
}
