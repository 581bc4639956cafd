import type { Entry } from '../entry.ts'
import { said } from '../said.ts'

const action = said({
  by: 'github-actions',
  level: 'error',
  step: 'client',
  road: 'breaks',
  source: 'appleboy/ssh-action 1.2 and scp-action 1.0, drone-ssh plugin.go, easyssh-proxy',
})
const agent = said({
  by: 'github-actions',
  level: 'error',
  step: 'client',
  road: 'breaks',
  source: 'webfactory/ssh-agent 0.9, index.js',
})
const runner = said({ by: 'github-actions', level: 'info', source: "GitHub's runner 2.32" })

/** Jobs that connect: appleboy's ssh-action and scp-action (which is Drone's plugin), webfactory's ssh-agent, the runner around them. */
export const ENTRIES: readonly Entry[] = [
  action(
    'drone-missing-host',
    /\bmissing (?:server )?host(?: config)?$|^(?:\S{1,40} )?(?:Error|error): missing server host$/,
    'The job was given no host: a variable or a secret is empty.',
    { message: 'client-destination-empty' },
  ),
  action(
    'drone-missing-credentials',
    /\bcan't connect without a private SSH key or password$|^(?:\S{1,40} )?(?:Error|error): can't connect without a private SSH key or password$/,
    'The job was given neither key nor password: a variable or a secret is empty.',
    { message: 'client-no-key' },
  ),
  action(
    'drone-missing-script',
    /^(?:\S{1,40} )?(?:Error|error): missing (?:ssh config|source or target config|script .{0,40})$/,
    'The job was given nothing to do.',
  ),
  runner('drone-command', /^={6,20}(?:CMD|END)={6,20}$/, 'The commands for the server stand between these lines.', {
    source: 'drone-ssh, plugin.go',
  }),
  agent(
    'ssh-agent-empty-key',
    /\bThe ssh-private-key argument is empty\. Maybe the secret has not been configured\b/,
    'The job was given no key: a secret is empty.',
    { message: 'client-no-key' },
  ),
  runner(
    'runner-exit',
    /^(?:##\[error\]|Error: )Process completed with exit code (?<limit>\d{1,3})\.$/,
    'A step of the job failed; the lines in front say why.',
    { level: 'error' },
  ),
  runner(
    'runner-group',
    /^##\[(?:group|endgroup|command|debug|section)\].{0,1000}$/,
    'The runner marks where a step begins or ends.',
  ),
]
