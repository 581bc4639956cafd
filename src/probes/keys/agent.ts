import { connect } from 'node:net'
import type { Facts } from '../../core/types.ts'
import { readIdentitiesAnswer, REQUEST_IDENTITIES } from '../../openssh/agent-protocol.ts'
import { platform } from '../platform.ts'

type AgentAnswer = Pick<Facts['key-files'], 'agent' | 'agentKeys'>

const TIMEOUT_MS = 1000

/**
 * Asks the agent ssh would ask how many keys it holds; nothing else is asked and no key is kept.
 * @param identityAgent ssh_config's IdentityAgent as `ssh -G` shows it: a path, `none`, `SSH_AUTH_SOCK` or `$VARIABLE`
 */
export function askAgent(identityAgent: string | undefined): Promise<AgentAnswer> {
  const path = agentSocket(identityAgent, process.env)
  if (path === undefined) return Promise.resolve({ agent: 'none' })
  return new Promise((resolve) => {
    let answer: Buffer = Buffer.alloc(0)
    const socket = connect({ path })
    const finish = (result: AgentAnswer) => {
      clearTimeout(clock)
      socket.destroy()
      resolve(result)
    }
    const clock = setTimeout(() => finish({ agent: 'unreachable' }), TIMEOUT_MS)
    socket.on('connect', () => socket.write(REQUEST_IDENTITIES))
    socket.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]).subarray(0, 64)
      const read = readIdentitiesAnswer(answer)
      if (read === 'nonsense') finish({ agent: 'unreachable' })
      else if (read !== 'more') finish({ agent: read.keys === 0 ? 'empty' : 'keys', agentKeys: read.keys })
    })
    socket.on('error', () => finish({ agent: 'unreachable' }))
    socket.on('close', () => finish({ agent: 'unreachable' }))
  })
}

function agentSocket(identityAgent: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  const ofEnvironment = environment['SSH_AUTH_SOCK'] || platform.agentPipe
  if (identityAgent === undefined || identityAgent === 'SSH_AUTH_SOCK') return ofEnvironment
  if (identityAgent === 'none') return undefined
  const variable = /^\$([A-Za-z0-9_]+)$/.exec(identityAgent)?.[1]
  return variable === undefined ? identityAgent : environment[variable] || undefined
}
