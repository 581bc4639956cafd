import { LOGIN_STEPS } from '../../login-facts.ts'
import type { LoginStep } from '../../login-facts.ts'
import { amount, asType, object, oneOf, optional, shared } from '../shape.ts'

export const loginStep = shared('step', oneOf(LOGIN_STEPS, 'A step of the login, as ssh -v shows it.'))

const when = optional(amount('When it was first seen, seconds.'))

/** Seconds by step, as far as the login came. */
export const secondsByStep = (description: string) =>
  asType<Partial<Record<LoginStep, number>>>(
    object(Object.fromEntries(LOGIN_STEPS.map((step) => [step, when])), description),
  )
