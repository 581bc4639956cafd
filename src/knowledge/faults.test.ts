import { describe, test } from 'node:test'
import { existsSync, readdirSync } from 'node:fs'
import { STAGES } from '../core/types.ts'
import type { Fault, Sign } from '../core/types.ts'
import { labFaults } from '../../lab/faults/index.ts'
import { isBroken } from '../../lab/from-outside.ts'
import { forEach, must } from '../../test/do-this.ts'
import { FAULTS, FAULT_BY_ID } from './faults.ts'
import measured from './measured.json' with { type: 'json' }
import { SIGN_BY_ID } from './signs.ts'

const here = (path: string): string => new URL(path, import.meta.url).pathname
const fileOf = ({ stage, id }: Fault): string => `src/knowledge/faults/${stage}/${id}.ts`
const golden = (id: string): boolean => existsSync(here(`../../test/cases/${id}.json`))
const everyFault = (name: string, check: (fault: Fault, file: string) => void) =>
  test(name, () => forEach(FAULTS, (fault) => check(fault, fileOf(fault))))

describe('the registry of faults', () => {
  test('holds every file, under the id and the stage that its path says', async () => {
    const files = readdirSync(here('faults'), { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.endsWith('.ts'),
    )
    const units = await Promise.all(
      files.map(async (file) => ({
        file,
        fault: ((await import(`./faults/${file}`)) as { default: Fault }).default,
      })),
    )
    forEach(units, ({ file, fault }) => {
      const [stage, name] = file.split('/')
      must(
        `${fault.id}.ts` === name && fault.stage === stage,
        `src/knowledge/faults/${file} says that it is ${fault.id} of the stage ${fault.stage}`,
        `make its \`id\` and \`stage\` those of its path, or move the file; then npm run registries.`,
      )
      must(FAULT_BY_ID.get(fault.id) === fault, `src/knowledge/faults.ts does not have ${file}`, 'npm run registries')
    })
  })

  test('keeps an id for ever', () =>
    forEach(Object.keys(measured.faults), (id) =>
      must(
        id === 'healthy' || FAULT_BY_ID.has(id),
        `src/knowledge/measured.json has counts of ${id}, which is no fault of the book any more`,
        `give the fault its old id back: ids are permanent, since saved cases and reports name them. What was never right moves its counts along.`,
      ),
    ))

  everyFault('breaks a real machine for each, or says why not and has a golden case for it', ({ id }, file) => {
    const lab = labFaults.find((one) => one.id === id)
    must(
      lab,
      `nothing breaks ${id} (${file})`,
      `npm run new fault ${file.split('/').slice(3).join('/').replace('.ts', '')}`,
    )
    if (isBroken(lab)) {
      must(
        lab.variants.length > 0 && lab.releases.length > 0,
        `lab/faults/${id}.ts names no way to break a machine`,
        `name one or more ways in its \`variants\`, the plainest first, and do each in \`break\`.`,
      )
      must(
        !('not' in lab.fromWithin && lab.fromOutside),
        `${id} is looked at neither from within nor from outside`,
        `take \`fromOutside\` off lab/faults/${id}.ts, or give its \`fromWithin\` a way.`,
      )
    }
    const why = isBroken(lab) ? lab.fromOutside?.not : lab.notBroken
    if (why === undefined) return
    must(
      why.length > 20,
      `lab/faults/${id}.ts does not say why no machine here has ${id}`,
      `say in one sentence what a sandbox lacks for it (${isBroken(lab) ? '`fromOutside.not`' : '`notBroken`'}).`,
    )
    must(
      golden(id),
      `${id} is not looked at from outside on a real machine, and has no golden case`,
      `save the case of a machine that has it (sshmedic --save case.json …) and run npm run new fault ${file.split('/').slice(3).join('/').replace('.ts', '')} --from case.json`,
    )
  })

  test('has every fault that the laboratory breaks or calls right', () =>
    forEach(labFaults, (lab) => {
      for (const id of [lab.id, ...Object.keys(isBroken(lab) ? (lab.alsoRight ?? {}) : {})])
        must(
          id === 'healthy' || FAULT_BY_ID.has(id),
          `lab/faults/${lab.id}.ts names ${id}, which is no fault`,
          `correct the id there, or npm run new fault STAGE/${id}`,
        )
    }))

  test('says why where a fault is not looked at from within', () =>
    forEach(labFaults, (lab) => {
      if (!isBroken(lab) || !('not' in lab.fromWithin)) return
      must(
        lab.fromWithin.not.length > 20,
        `lab/faults/${lab.id}.ts does not say why nobody on the server sees ${lab.id}`,
        `say it in its \`fromWithin.not\`, or name the way in (\`way\`) by which somebody does.`,
      )
    }))
})

describe('a fault', () => {
  everyFault('weighs something', ({ id, prior }, file) => {
    must(
      prior > 0 && Number.isFinite(prior),
      `${id} has no weight`,
      `give it a \`prior\` in ${file}: a number beside those of its neighbours (a wrong key is 10, a rare thing 0.2).`,
    )
  })

  everyFault('says where its numbers come from', ({ id, sources }, file) => {
    must(
      sources.length > 0 && sources.every((one) => one.trim() !== ''),
      `${id} names no source`,
      `name in its \`sources\` in ${file} where the prior and the rows come from: a section of docs/openssh.md or docs/causes.md, a function of OpenSSH with its release.`,
    )
  })

  everyFault('says what goes wrong', ({ id, why }, file) => {
    must(
      /^\S.{20,}\.$/s.test(why),
      `${id} does not say what goes wrong in the machine`,
      `write one or two sentences, with a full stop, into its \`why\` in ${file}.`,
    )
  })

  everyFault('has a title that is a short sentence in plain words', ({ id, title }, file) => {
    const write = `write into its \`title\` in ${file}`
    must(
      title.split(' ').length >= 3 && title.length <= 80,
      `the title of ${id} is ${title === '' ? 'empty' : `"${title}"`}`,
      `${write} what is wrong, in three words to 80 characters, so that a tired person understands it.`,
    )
    must(
      /^(?:[A-Z]|sshd?\b|tcp wrappers)/.test(title) && !/[.!]$/.test(title),
      `the title of ${id}, "${title}", is no headline`,
      `${write} a sentence that begins with a capital (or with ssh, sshd) and has no full stop.`,
    )
    // The name of a directive or an error code alone tells a tired person nothing.
    must(
      !/\b(?:MaxStartups|PerSource\w+|EMFILE|EAGAIN|KEXINIT|ICMP|RST|SYN|PMTU|EOF)\b/.test(title),
      `the title of ${id}, "${title}", names what only a specialist knows`,
      `${write} what it means to the user instead.`,
    )
    // What is ruled out is shown with its title as it stands.
    must(!/[{}]/.test(title), `the title of ${id} has a placeholder`, `${write} words only.`)
  })

  everyFault('speaks of signs and values that exist', (fault, file) => {
    const signOf = (id: string, where: string): Sign => {
      const sign = SIGN_BY_ID.get(id)
      must(
        sign,
        `\`${where}\` of ${fault.id} names the sign ${id}, which does not exist`,
        `name in ${file} a sign of src/knowledge/signs/, or write it: npm run new sign ${id}`,
      )
      return sign
    }
    const check = (id: string, values: readonly string[], where: string) => {
      const sign = signOf(id, where)
      for (const value of values)
        must(
          sign.values.includes(value),
          `\`${where}\` of ${fault.id} speaks of ${id} ${value}, which ${id} never reads`,
          `use one of ${sign.values.join(', ')} in ${file}.`,
        )
    }
    for (const [id, row] of Object.entries(fault.likelihood)) check(id, Object.keys(row), 'likelihood')
    for (const [id, values] of Object.entries(fault.impossibleWhen ?? {})) check(id, values, 'impossibleWhen')
    for (const cause of fault.becauseOf ?? []) {
      check(cause.sign, cause.values, 'becauseOf')
      must(
        cause.title !== '' && cause.values.length > 0,
        `\`becauseOf\` of ${fault.id} has a cause without a title or without values`,
        `give ${cause.id} both in ${file}.`,
      )
    }
    for (const key of Object.keys(fault.excludedBy ?? {})) {
      const [id = '', value = ''] = key.split('=')
      check(id, [value], 'excludedBy')
    }
  })

  everyFault('guesses rows that are shares of one whole', ({ id, likelihood }, file) => {
    must(
      Object.keys(likelihood).length > 0,
      `${id} has no row: nothing could ever speak for it`,
      `add to its \`likelihood\` in ${file} a row for each sign it bears on: { value: how likely this fault shows it }.`,
    )
    for (const [sign, row] of Object.entries(likelihood)) {
      const shares = Object.values(row)
      const sum = shares.reduce((a, b) => a + b, 0)
      must(
        shares.length > 0 && shares.every((p) => p > 0 && p <= 1) && sum <= 1.0001,
        `the row ${sign} of ${id} sums to ${sum}`,
        `make its numbers in ${file} shares between 0 and 1 that sum to 1 at most; values left out share the rest.`,
      )
    }
  })

  everyFault('refines only another fault, and never in a circle', ({ id, refines }, file) => {
    if (refines === undefined) return
    const family = FAULT_BY_ID.get(refines)
    must(
      family && refines !== id && family.refines === undefined,
      `${id} refines ${refines}, which is ${family ? 'itself a finer name' : 'no fault'}`,
      `name in its \`refines\` in ${file} the fault whose family it belongs to.`,
    )
    must(
      FAULT_BY_ID.get(id)!.prior < family.prior,
      `${id} weighs more than all of ${refines}`,
      `lower its \`prior\` in ${file} below ${family.prior}.`,
    )
  })

  everyFault('is met on the road', ({ id, stage, shows }, file) =>
    must(
      [stage, shows ?? stage].every((one) => STAGES.includes(one as never)),
      `${id} has no place on the road`,
      `make \`stage\` and \`shows\` in ${file} one of ${STAGES.join(', ')}.`,
    ),
  )
})
