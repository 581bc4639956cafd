// endlessh and the like: on port 22 stands a trap for scanners that sends one random line after another and never the
// identification (the protocol allows lines before it), while the real sshd is elsewhere. ssh waits and waits.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { insteadOfSshd } from '../breaking/instead-of-sshd.ts'
import type { BrokenFault } from '../types.ts'

/** Random lines for ever. */
export const tarpit = {
  id: 'tarpit',
  releases: DEFAULT_RELEASES,
  variants: ['endless', 'ten-seconds'],
  verdict: 'unreachable',
  fromWithin: { way: 'kept' },
  async break({ machine, client, random }, variant) {
    // endlessh's own default is ten seconds, the first line's wait included.
    const pause = variant === 'ten-seconds' ? '10' : (0.2 + random() * 1.8).toFixed(2)
    await insteadOfSshd(
      machine,
      `while (1) {
        select undef, undef, undef, ${pause};
        my $line = join '', map { chr(33 + int rand 94) } 1 .. 3 + int rand 30;
        syswrite($client, "$line\\r\\n") unless $line =~ /^SSH-/;
      }`,
    )
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
