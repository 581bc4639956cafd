import type { Fault } from '../../../core/types.ts'

export default {
  id: 'logind-hangs',
  stage: 'session',
  title: 'The login waits for logind, which does not answer',
  prior: 0.6,
  partial: true,
  verdict: 'degraded',
  why: 'pam_systemd asks systemd-logind over D-Bus for a session and waits 25 seconds or more for it; then most logins go on without.',
  namedBy: ['logind-unanswering'],
  likelihood: {
    session: { hangs: 0.6, works: 0.38 },
    'session-pace': { slow: 0.95 },
    logind: { hangs: 0.93, 'not-running': 0.04, answers: 0.02 },
    'log-names': { 'logind-hangs': 0.8, none: 0.19 },
    'log-of-ours': { 'logind-hangs': 0.5, none: 0.49 },
  },
  // These open no session of PAM.
  impossibleWhen: { 'server-kind': ['openssh-windows', 'dropbear', 'tinyssh', 'git-host', 'appliance'] },
  sources: ['openssh.md 4.4 #71', 'causes.md 3.2.5', 'systemd: src/login/pam_systemd.c'],
} satisfies Fault
