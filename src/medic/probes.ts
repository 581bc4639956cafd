// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import type { Probe } from '../core/probe.ts'
import certificates from '../probes/client/certificates.ts'
import controlSocket from '../probes/client/control-socket.ts'
import keyFiles from '../probes/client/key-files.ts'
import knownHosts from '../probes/client/known-hosts.ts'
import ownConnections from '../probes/client/own-connections.ts'
import sshConfig from '../probes/client/ssh-config.ts'
import commandSession from '../probes/outside/command-session.ts'
import contactAgain from '../probes/outside/contact-again.ts'
import contactNotSsh from '../probes/outside/contact-not-ssh.ts'
import contactOtherSource from '../probes/outside/contact-other-source.ts'
import contactSplit from '../probes/outside/contact-split.ts'
import contact from '../probes/outside/contact.ts'
import controlPort from '../probes/outside/control-port.ts'
import jumpContact from '../probes/outside/jump-contact.ts'
import kexinitSize from '../probes/outside/kexinit-size.ts'
import loginBeyondHostKey from '../probes/outside/login-beyond-host-key.ts'
import loginUnmarked from '../probes/outside/login-unmarked.ts'
import login from '../probes/outside/login.ts'
import nameLookup from '../probes/outside/name-lookup.ts'
import otherSshPort from '../probes/outside/other-ssh-port.ts'
import route from '../probes/outside/route.ts'
import secondService from '../probes/outside/second-service.ts'

/** Every question that needs no shell on the other side; plans ask them by their ids. */
export const PROBES: readonly Probe[] = [
  certificates,
  controlSocket,
  keyFiles,
  knownHosts,
  ownConnections,
  sshConfig,
  commandSession,
  contactAgain,
  contactNotSsh,
  contactOtherSource,
  contactSplit,
  contact,
  controlPort,
  jumpContact,
  kexinitSize,
  loginBeyondHostKey,
  loginUnmarked,
  login,
  nameLookup,
  otherSshPort,
  route,
  secondService,
]
