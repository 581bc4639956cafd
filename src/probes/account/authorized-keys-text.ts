/** One usable line of authorized_keys. */
export interface AuthorizedKey {
  type: string
  /** Base64 of the key. */
  blob: string
  /** What stands in front of it, such as `from="10.0.0.0/8",no-pty`. */
  options?: string
}

const TYPE =
  /^(?:ssh-(?:rsa|dss|ed25519|ed448|xmss)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)|webauthn-sk-\S+)(?:-cert-v\d\d)?(?:@openssh\.com)?$/

/** The keys of an authorized_keys file, read as sshd does (auth2-pubkeyfile.c): a key first, else options and then a key. */
export function readAuthorizedKeys(text: string): AuthorizedKey[] {
  return text.split(/\r?\n/).flatMap((raw) => {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) return []
    const plain = key(line)
    if (plain) return [plain]
    const end = endOfOptions(line)
    const behind = key(line.slice(end).trimStart())
    return behind ? [{ ...behind, options: line.slice(0, end) }] : []
  })
}

function key(text: string): AuthorizedKey | undefined {
  const [type, blob] = text.split(/[ \t]+/, 2)
  if (type === undefined || blob === undefined || !TYPE.test(type)) return undefined
  return /^[A-Za-z0-9+/]{16,20000}={0,2}$/.test(blob) ? { type, blob: blob.replace(/=+$/, '') } : undefined
}

/** Options end at the first blank outside of quotes. */
function endOfOptions(line: string): number {
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\\' && line[i + 1] === '"') i++
    else if (line[i] === '"') quoted = !quoted
    else if (!quoted && (line[i] === ' ' || line[i] === '\t')) return i
  }
  return line.length
}

/** What AuthorizedKeysFile names for a user: `%h %u %U %%` filled in, what is relative put beneath the home. */
export function keyFilePath(
  pattern: string,
  { user, uid, home }: { user: string; uid: number; home: string },
): string | undefined {
  const tokens: Record<string, string> = { h: home, u: user, U: String(uid), '%': '%' }
  let known = true
  const path = pattern.replace(/%(.?)/gs, (_, letter: string) => {
    const value = tokens[letter]
    known &&= value !== undefined
    return value ?? ''
  })
  if (!known || path === '') return undefined
  return path.startsWith('/') ? path : `${home}/${path}`
}
