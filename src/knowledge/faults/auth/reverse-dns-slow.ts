import type { Fault } from '../../../core/types.ts'

export default {
  id: 'reverse-dns-slow',
  stage: 'auth',
  title: 'The server looks up your name and gets no answer',
  prior: 1.2,
  partial: true,
  why: 'UseDNS is on, or tcp wrappers have a rule by name, and the resolver does not answer; the login stalls for seconds at its first question, or before the greeting.',
  likelihood: {
    // tcp wrappers with a rule by name look it up before the greeting (openssh.md 4.2 #13); what follows is quick.
    'first-contact': { banner: 0.86, 'late-banner': 0.13 },
    pace: { quick: 0.86, 'slow-banner': 0.13 },
    'first-answer': { slow: 0.85, quick: 0.15 },
    auth: { accepted: 0.66, 'stalls-at-first': 0.22, 'stalls-later': 0.1 },
    'auth-pace': { quick: 0.5, slow: 0.5 },
    'server-text': { none: 0.97 },
    session: { works: 0.95 },
    'reverse-lookup': { slow: 0.95, quick: 0.03 },
  },
  // Neither looks up names: dropbear is built without, tinysshd knows only addresses.
  impossibleWhen: { 'server-kind': ['dropbear', 'tinyssh'] },
  sources: ['openssh.md 4.3 #36', 'openssh.md 4.2 #13'],
} satisfies Fault
