// The way in is a command of one's own: a cloud's session tool that is not installed on the new laptop, whose login
// has run out, or a company's proxy that moved. ssh shows what the command said, then a closed connection to
// `UNKNOWN`.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient, writeScript } from '../breaking/client-side.ts'
import type { BrokenFault, FaultLab } from '../types.ts'

const command: Record<string, (lab: FaultLab) => string> = {
  'not-found': () => '/usr/local/bin/session-tunnel --target %h --port %p',
  exits: ({ client }) =>
    writeScript(client, 'session-tunnel', [
      '#!/bin/sh',
      'echo "An error occurred (ExpiredTokenException): the security token has expired" >&2',
      'exit 1',
    ]),
  // perl in place of nc or socat, which a computer may not have.
  'dead-port': ({ client, at }) =>
    writeScript(client, 'http-connect', [
      '#!/usr/bin/perl',
      'use IO::Socket::INET;',
      `IO::Socket::INET->new('${at.routerOfClient}:3128') or die "http-connect: ${at.routerOfClient}:3128: $!\\n";`,
    ]),
}

/** The user's ProxyCommand ends without bringing the server. */
export const proxyCommandFails = {
  id: 'proxy-command-fails',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(command),
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break(lab, variant) {
    const { client } = lab
    configureClient(client, [`IdentityFile ${client.keyFile}`, `ProxyCommand ${command[variant]!(lab)}`])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
