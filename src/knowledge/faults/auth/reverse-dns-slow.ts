import type { Fault } from '../../../core/types.ts'

export default {
  id: 'reverse-dns-slow',
  stage: 'auth',
  title: 'The server looks up your name and gets no answer',
  prior: 1.2,
  partial: true,
  why: 'UseDNS is on and its resolver does not answer; the login stalls for seconds before the first question.',
  likelihood: {
    'first-answer': { slow: 0.97 },
    auth: { accepted: 0.66, 'stalls-at-first': 0.22, 'stalls-later': 0.1 },
    'auth-pace': { quick: 0.5, slow: 0.5 },
    'server-text': { none: 0.97 },
    session: { works: 0.95 },
    'reverse-lookup': { slow: 0.95, quick: 0.03 },
  },
  advice: {
    says: 'On the server: UseDNS no, or mend its resolver.',
    command: 'sshd -T | grep -i usedns; cat /etc/resolv.conf',
  },
  sources: ['openssh.md 4.3 #36'],
} satisfies Fault
