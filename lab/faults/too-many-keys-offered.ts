// An agent collects keys over the years (one a customer, one a cloud), and ssh offers them all before it comes to the
// right one: sshd hangs up after six. The same with a config that lists every key for every host.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient, makeKey, startAgent } from '../breaking/client-side.ts'
import type { BrokenFault } from '../types.ts'

const OTHERS = 8

/** The right key would be the ninth. */
export const tooManyKeysOffered = {
  id: 'too-many-keys-offered',
  releases: DEFAULT_RELEASES,
  variants: ['agent', 'files'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ client }, variant) {
    const names = Array.from({ length: OTHERS }, (_, n) => `customer${n + 1}`)
    const keys = [...(await Promise.all(names.map((name) => makeKey(client, name)))), client.keyFile]
    if (variant === 'agent') configureClient(client, [`IdentityAgent ${await startAgent(client, keys)}`])
    else
      configureClient(
        client,
        keys.map((key) => `IdentityFile ${key}`),
      )
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
