import { lookup } from 'node:dns/promises'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { loginArgs } from '../../ssh/command-line.ts'
import { dial } from './dial.ts'
import { OUR_IDENTIFICATION } from './our-words.ts'

const run = promisify(execFile)

export default {
  id: 'jump-contact',
  needs: 'network',
  asks: 'does the jump host itself answer?',
  cost: { seconds: 1, connections: 1, load: 0.2 },
  decides: ['proxy'],
  applies: (facts) => Boolean(known(facts, 'ssh-config')?.proxyJump),
  async run({ target, facts, signal, connection, progress, patience }) {
    const first = known(facts, 'ssh-config')?.proxyJump?.split(',')[0]?.replace(/^ssh:\/\//, '').replace(/^.*@/, '')
    if (!first) throw new Unanswered('no jump host is named')
    const [, name = first, typed] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(first) ?? []
    // The jump may be an alias of the user's own configuration.
    const configFile = loginArgs([...target.ssh]).flatMap((arg, i, all) => (arg === '-F' ? ['-F', all[i + 1] ?? ''] : []))
    const dump = await run('ssh', ['-G', ...configFile, '--', name], { timeout: 3000 }).catch(() => ({ stdout: '' }))
    const host = /^hostname (.*)$/m.exec(dump.stdout)?.[1] ?? name
    const port = Number(typed ?? /^port (\d+)$/m.exec(dump.stdout)?.[1] ?? 22)
    progress(`the jump host ${host}`)
    const address = await lookup(host, { order: 'verbatim' }).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown')
    if (typeof address === 'string') return { host, port, lookup: address, contacts: [] }
    if (!(await connection('other'))) throw new Unanswered('the connection budget is spent')
    const contact = await dial({
      address: address.address,
      family: address.family === 6 ? 6 : 4,
      port,
      signal,
      connectSeconds: 4 * patience,
      silentSeconds: 4 * patience,
      answerSeconds: 2 * patience,
      speech: { afterIdentification: [OUR_IDENTIFICATION] },
      until: 'kexinit',
    })
    return { host, port, contacts: [contact] }
  },
} satisfies Probe<'jump-contact'>
