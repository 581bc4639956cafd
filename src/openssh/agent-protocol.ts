/** SSH2_AGENTC_REQUEST_IDENTITIES, the one question we ever ask an agent: it takes no secret and starts no prompt. */
export const REQUEST_IDENTITIES = Uint8Array.of(0, 0, 0, 1, 11)

const IDENTITIES_ANSWER = 12
/** authfd.c MAX_AGENT_REPLY_LEN and MAX_AGENT_IDENTITIES: beyond them ssh gives up too. */
const LONGEST_ANSWER = 256 * 1024
const MOST_IDENTITIES = 2048

/**
 * How many keys the agent's answer lists, from its first bytes.
 * @returns 'more' while it may still become an answer, 'nonsense' where it cannot, a failure of the agent included
 */
export function readIdentitiesAnswer(bytes: Uint8Array): { keys: number } | 'more' | 'nonsense' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 4 && (view.getUint32(0) < 5 || view.getUint32(0) > LONGEST_ANSWER)) return 'nonsense'
  if (bytes.length >= 5 && bytes[4] !== IDENTITIES_ANSWER) return 'nonsense'
  if (bytes.length < 9) return 'more'
  const keys = view.getUint32(5)
  return keys > MOST_IDENTITIES ? 'nonsense' : { keys }
}
