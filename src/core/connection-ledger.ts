/** Connections to a target's SSH port that somebody of ours wants to make now. */
export interface ConnectionRequest {
  /** Address and port of the target. */
  target: string
  /**
   * `question`: no more than `most` in any 20 s. `extra`: tries beside a login that works, a luxury: a leaky bucket of `most`
   * that forgets one each second, as sshd's own penalties do (srclimit.c, openssh.md 2.2).
   */
  kind: 'question' | 'extra'
  count: number
  most: number
}

/**
 * What this user's runs have asked of each target lately, whichever process asked: of two that ask at the same moment for the
 * last connection that is left, one gets it.
 */
export interface ConnectionLedger {
  /** Notes the request if it may be granted, in one step; `not-kept` where nothing can be remembered. Never rejects. */
  request(request: ConnectionRequest): Promise<'granted' | 'refused' | 'not-kept'>
}
