import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { loginArgs } from '../../openssh/login-args.ts'
import { boundedRun } from '../watched-ssh/bounded-run.ts'
import { dial } from '../dial/dial.ts'
import { OUR_IDENTIFICATION } from '../dial/our-words.ts'
import { literalAddress, resolveName } from '../dial/resolve-name.ts'

export default {
  id: 'jump-contact',
  needs: 'network',
  asks: 'does the jump host itself answer?',
  cost: { seconds: 1, connections: 1, load: 0.2 },
  decides: ['proxy'],
  applies: (facts) => Boolean(known(facts, 'ssh-config')?.proxyJump),
  async run({ target, facts, signal, connection, progress, patience }) {
    const first = known(facts, 'ssh-config')
      ?.proxyJump?.split(',')[0]
      ?.replace(/^ssh:\/\//, '')
      .replace(/^.*@/, '')
    if (!first) throw new Unanswered('not-asked', 'no jump host is named')
    const [, name = first, typed] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(first) ?? []
    // The jump may be an alias of the user's own configuration.
    const configFile = loginArgs([...target.ssh]).flatMap((arg, i, all) =>
      arg === '-F' ? ['-F', all[i + 1] ?? ''] : [],
    )
    const dump = await boundedRun('ssh', ['-G', ...configFile, '--', name], { seconds: 3 * patience, signal })
    const host = /^hostname (.*)$/m.exec(dump.stdout)?.[1] ?? name
    const port = Number(typed ?? /^port (\d+)$/m.exec(dump.stdout)?.[1] ?? 22)
    progress(`the jump host ${host}`)
    const literal = literalAddress(host)
    const found = literal ? { addresses: [literal] } : await resolveName(host, 'any', { seconds: 6 * patience, signal })
    if ('ended' in found && found.ended === 'aborted') throw new Unanswered('not-asked', 'interrupted')
    const address = 'addresses' in found ? found.addresses[0] : undefined
    if (!address) return { host, port, lookup: 'code' in found ? found.code : 'ETIMEOUT', contacts: [] }
    if (!(await connection('other'))) throw new Unanswered('not-allowed', 'the connection budget is spent')
    const contact = await dial({
      ...address,
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
