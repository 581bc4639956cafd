import { known } from '../../core/probe.ts'
import type { Examination } from '../examination.ts'
import { LookInside } from './inside.ts'
import { wasTurnedAway } from './outside.ts'

/** On the server itself nothing is tried but one contact, at an address sshd listens on. */
export async function lookLocally(exam: Examination, inside: LookInside): Promise<void> {
  await inside.asked()
  const [first] = known(exam.facts, 'listener')?.listeners ?? []
  const any = first === undefined || /^(?:\*|0\.0\.0\.0|::|\[::\])?$/.test(first.address)
  const host = any ? (first?.address.includes(':') ? '::1' : '127.0.0.1') : first.address
  await exam.ask('contact', { of: { ...exam.target, host } })
  inside.loginIsOver(wasTurnedAway(exam))
  await inside.settled()
}
