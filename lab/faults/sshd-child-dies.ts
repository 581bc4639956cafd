// The listener accepts, and the process it starts for the connection ends at once. An upgrade that was interrupted or
// that failed half-way leaves a program or a library missing (the listener lives on, its own copy in memory), an edit
// of /etc/passwd loses the user sshd drops its rights to, a bad library or a bad page crashes it. Since 9.8 a crash
// costs the client a penalty of 90 s, so that it is refused from then on.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault, FaultLab } from '../types.ts'

/** Every child of sshd ends before it can serve. */
export const sshdChildDies = {
  id: 'sshd-child-dies',
  releases: DEFAULT_RELEASES,
  variants: ['program', 'library', 'user', 'crash'],
  alsoRight: {
    'forwarder-without-backend': 'a forwarder, too, accepts and closes without a word',
    'per-source-penalty': {
      says: 'since 9.8 a crash earns a real penalty at once (crash)',
      releases: ['trixie'],
      variants: ['crash'],
    },
  },
  verdict: 'unreachable',
  fromWithin: { way: 'kept' },
  async break(lab, variant) {
    const ways = {
      program: () => programGone(lab),
      library: () => lab.machine.must('cd /usr/lib/*-linux-gnu && mv libwrap.so.0 libwrap.so.0.dpkg-tmp'),
      user: () => lab.machine.must(`sed -i '/^sshd:/d' /etc/passwd`),
      crash: () => replaceChild(lab, 'kill -SEGV $$'),
    }
    await ways[variant as keyof typeof ways]()
    return { args: lab.client.sshArgs() }
  },
} satisfies BrokenFault

// 9.2 goes on without its program where that is missing, so there it has to be one that does not work.
function programGone(lab: FaultLab): Promise<string> {
  if (lab.machine.release !== 'trixie') return replaceChild(lab, 'exit 1')
  const program = lab.random() < 0.5 ? 'sshd-session' : 'sshd-auth'
  return lab.machine.must(`mv /usr/lib/openssh/${program} /usr/lib/openssh/${program}.dpkg-tmp`)
}

function replaceChild({ machine }: FaultLab, script: string): Promise<string> {
  const path = machine.release === 'trixie' ? '/usr/lib/openssh/sshd-session' : '/usr/sbin/sshd'
  const stdin = `#!/bin/sh\n${script}\n`
  return machine.must(`cat > ${path}.new && chmod 755 ${path}.new && mv ${path}.new ${path}`, { stdin })
}
