import { type Probe, Unanswered } from '../../core/probe.ts'

export default {
  id: 'becoming-root',
  needs: 'shell',
  asks: 'does sudo make us root there, and how long does it take?',
  cost: { seconds: 0.2, connections: 0, load: 0.01 },
  applies: () => true,
  async run({ access, signal }) {
    if (!access) throw new Unanswered('not-asked', 'no way in to look from within')
    if (!access.becomesRoot) return { root: access.root === true, seconds: 0 }
    const interrupted = new Promise<undefined>((resolve) => {
      if (signal.aborted) resolve(undefined)
      signal.addEventListener('abort', () => resolve(undefined), { once: true })
    })
    const became = await Promise.race([access.becomesRoot, interrupted])
    if (!became) throw new Unanswered('timed-out', 'sudo had not answered when the look from within ended')
    return became
  },
} satisfies Probe<'becoming-root'>
