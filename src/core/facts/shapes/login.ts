import { secondsByStep } from './login-step.ts'
import { amount, as, count, flag, integerOrNull, object, oneOf, optional, shared, text } from '../shape.ts'
import { clientLog } from './client-log.ts'

export const login = shared(
  'login',
  object({
    log: as(clientLog, 'The words of ssh, read.'),
    stepAt: secondsByStep('Seconds since ssh started at which each step was first seen.'),
    seconds: amount('How long it took in all.'),
    exit: integerOrNull('ssh’s exit code; null where it was ended.'),
    signal: optional(text('The signal that ended it.')),
    stopped: optional(oneOf(['stalled', 'out-of-time', 'enough'], 'We ended it: at which limit.')),
    shellAnswered: optional(
      flag('Our first question to the login shell was answered; undefined where none was asked.'),
    ),
    commandAnswered: optional(flag('Our second question, to a shell started as for a remote command, was answered.')),
    retransmits: optional(
      count('TCP segments this machine sent again meanwhile; undefined where the kernel does not tell.'),
    ),
    output: optional(text('Text on stdout beside our own answers, visible form, the first 400 characters.')),
  }),
)
