import { must } from '../hosts/command.ts'

/** The hooks a firewall rule of ours is put at: `input` and `output` on a computer, `forward` on the router. */
export type Hook = 'input' | 'output' | 'forward'

/** Adds rules, for both address families, at a hook in one network namespace; they go with the namespace. */
export async function nft(netns: string, hook: Hook, rules: readonly string[]): Promise<void> {
  const table = `table inet sshmedic {
    chain ${hook} {
      type filter hook ${hook} priority 0; policy accept;
      ${rules.join('\n      ')}
    }
  }\n`
  await must(['ip', 'netns', 'exec', netns, 'nft', '-f', '-'], { stdin: table })
}
