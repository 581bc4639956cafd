import type { Access } from '../../../core/access.ts'
import { chooseFiles } from '../../../logs/read/choose.ts'
import type { LogInput } from '../../../logs/read/part.ts'
import { reasonOf } from '../../reason.ts'
import type { LogsAsked } from './asked.ts'

export interface OpenedInput extends LogInput {
  close(): Promise<void>
}

export interface OpenHow {
  zone: string
  signal: AbortSignal
  progress(text: string): void
}

/** What was asked for, found and put in order. `failed`: no way in to the host. */
export async function openInput(asked: LogsAsked, how: OpenHow): Promise<OpenedInput | { failed: string }> {
  const { from, window, follow } = asked
  const options = { zone: how.zone, reason: reasonOf }
  const nothing = async () => undefined
  switch (from.kind) {
    case 'files':
      return { ...(await chooseFiles(from.names, { ...options, follow })), close: nothing }
    case 'journal': {
      const { ownJournal } = await import('../../../logs/read/own-machine.ts')
      return { ...(await ownJournal(window, options)), ...(await withBegin()), close: nothing }
    }
    case 'own': {
      const { ownLogs } = await import('../../../logs/read/own-machine.ts')
      return { ...(await ownLogs(window, options)), ...(await withBegin()), close: nothing }
    }
    case 'host': {
      // What is not asked for is not loaded: a log of a gigabyte is read within 150 MB.
      const { openAccess } = await import('../../../access/open-access.ts')
      const { remoteLogs } = await import('../../../logs/read/remote.ts')
      const access: Access | { failed: string } = await openAccess(from.destination, {
        ssh: from.ssh,
        progress: how.progress,
        signal: how.signal,
      })
      if ('failed' in access) return access
      how.progress(`reading the logs of ${access.via}`)
      const input = await remoteLogs(access, window, follow ? how.signal : undefined)
      return { ...input, close: () => access.close() }
    }
  }
}

async function withBegin(): Promise<{ begin?: number }> {
  const { ownBegin } = await import('../../../logs/read/own-machine.ts')
  const begin = await ownBegin()
  return begin === undefined ? {} : { begin }
}
