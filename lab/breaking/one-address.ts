import { must } from '../hosts/command.ts'
import type { Lab } from '../hosts/lab.ts'

/** Takes the client's second address away, for a variant of a fault that has two. */
export async function leaveOneAddress({ client, netns, at }: Lab): Promise<void> {
  for (const [address, bits] of [
    [client.addresses[1], 26],
    [at.client6[1], 64],
  ] as const) {
    if (address !== undefined)
      await must(['ip', '-n', netns.client, 'address', 'del', `${address}/${bits}`, 'dev', 'eth0'])
  }
}
