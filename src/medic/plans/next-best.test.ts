import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Case } from '../../core/types.ts'
import { atHome, contact, sheet } from '../../../test/cases/facts.ts'
import { World } from '../../../test/medic/fakes.ts'
import type { Examination } from '../examination.ts'
import { askNextBest } from './next-best.ts'

/** What was seen from outside in a case that leaves no doubt. */
const clear = JSON.parse(
  readFileSync(new URL('../../../test/cases/key-file-missing.json', import.meta.url), 'utf8'),
) as Case
const silent = { contacts: [contact()] }

/** As if these had been asked: a silence that leaves open whether sshd or the host hangs. */
async function knowing(world: World, around = {}): Promise<Examination> {
  const exam = world.examination(around)
  Object.assign(exam.facts, sheet({ ...atHome, contact: silent }))
  return exam
}

const second = { decides: ['second-service'], cost: { seconds: 2, connections: 0, load: 0.1 } }
const control = { decides: ['control-port'], cost: { seconds: 1, connections: 0, load: 0 } }
const other = { decides: ['other-source'], cost: { seconds: 0.5, connections: 1, load: 0.2 } }

describe('the next best question', () => {
  test('goes along with those that cost the server nothing, and ends when none is left', async () => {
    const world = new World()
      .probe('second-service', { ...second, after: 3, value: silent })
      .probe('control-port', { ...control, after: 1, missing: 'x' })
    const exam = await knowing(world)
    await world.clock.run(askNextBest(exam))
    assert.deepEqual([world.askedAt('second-service'), world.askedAt('control-port')], [0, 0])
    assert.equal(world.seconds, 3)
  })

  test('that costs a connection goes alone', async () => {
    const world = new World()
      .probe('contact-other-source', { ...other, after: 1, missing: 'x' })
      .probe('contact-again', {
        decides: ['tries'],
        cost: { seconds: 0.5, connections: 2, load: 0.3 },
        after: 1,
        missing: 'x',
      })
    const exam = await knowing(world)
    await world.clock.run(askNextBest(exam))
    const times = world.asked.map(({ at }) => at)
    assert.deepEqual(
      times,
      [...times].map((_, i) => i),
    )
  })

  test('is none that a plan asks at its own moment, nor one that is under way', async () => {
    const world = new World()
      .probe('route', { value: undefined })
      .probe('second-service', { ...second, after: 5, value: silent })
    const exam = await knowing(world)
    void exam.ask('second-service')
    await world.clock.run(askNextBest(exam))
    assert.deepEqual(world.ids(), ['second-service'])
    assert.equal(world.seconds, 0)
  })

  test('may be one from within, where there is a way in, in the same list', async () => {
    const world = new World().within('listener', { missing: 'x' })
    const exam = await knowing(world)
    await world.clock.run(askNextBest(exam))
    assert.deepEqual(world.ids(), [])
    exam.enter({ access: world.access(0.1), signal: world.interrupt.signal, patience: 1 })
    await world.clock.run(askNextBest(exam))
    assert.deepEqual(world.ids(), ['listener'])
  })

  test('is not asked once the cause is clear', async () => {
    const world = new World().probe('control-port', { ...control, value: silent })
    const exam = world.examination()
    Object.assign(exam.facts, clear.facts)
    await world.clock.run(askNextBest(exam))
    assert.deepEqual(world.ids(), [])
  })

  test('is not asked after 22 s, nor after an interrupt', async () => {
    const late = new World().probe('control-port', { ...control, value: silent })
    const exam = await knowing(late)
    await late.clock.run(late.clock.sleep(22))
    await late.clock.run(askNextBest(exam))
    assert.deepEqual(late.ids(), [])
    const patient = await knowing(late, { patience: 2 })
    await late.clock.run(askNextBest(patient))
    assert.deepEqual(late.ids(), ['control-port'])
    const ended = new World().probe('control-port', { ...control, value: silent })
    ended.interrupt.abort()
    await ended.clock.run(askNextBest(await knowing(ended)))
    assert.deepEqual(ended.ids(), [])
  })
})
