import type { Probe } from '../core/probe.ts'
import contact from '../probes/outside/contact.ts'
import contactAgain from '../probes/outside/contact-again.ts'
import contactNotSsh from '../probes/outside/contact-not-ssh.ts'
import contactOtherSource from '../probes/outside/contact-other-source.ts'
import contactSplit from '../probes/outside/contact-split.ts'
import controlPort from '../probes/outside/control-port.ts'
import jumpContact from '../probes/outside/jump-contact.ts'
import kexinitSize from '../probes/outside/kexinit-size.ts'
import otherSshPort from '../probes/outside/other-ssh-port.ts'
import secondService from '../probes/outside/second-service.ts'

/** What the next-best test chooses from. A new probe is one line here. */
export const TESTS: readonly Probe[] = [
  contact,
  contactAgain,
  contactNotSsh,
  contactOtherSource,
  contactSplit,
  controlPort,
  jumpContact,
  kexinitSize,
  otherSshPort,
  secondService,
]
