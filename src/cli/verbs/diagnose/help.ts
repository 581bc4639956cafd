import type { Verb } from '../../verb.ts'

export const HELP = {
  usage: [
    { line: "[ssh's options] [user@]host", says: 'diagnose, with the options you gave ssh' },
    { line: 'alice@host --via ops@host', says: 'look from within, over another login' },
    { line: '--local [user@]', says: 'on the server itself: why not this user?' },
    { line: '--from FILE', says: 'diagnose a saved case again, offline' },
  ],
  about: [
    'put it where you typed ssh, and it says why you cannot get in.',
    'It only looks: nothing is changed on this machine or the server, and a remote command you typed is not run.',
    'A host whose name is one of the verbs is reached as: sshmedic -- logs',
  ],
  operands: [{ name: 'HOST', is: 'host' }],
  examples: [
    { line: '-i key.pem ubuntu@203.0.113.7', says: 'as you typed ssh' },
    { line: '--save case.json web1', says: 'keep the evidence' },
    { line: '-- logs', says: 'a host whose name is one of the verbs' },
  ],
  exitCodes: [
    { code: 0, means: 'reachable: a shell answered' },
    { code: 1, means: 'unreachable, or degraded (you get in, but slowly, or one try in three is dropped, …)' },
    { code: 2, means: 'usage' },
    { code: 3, means: 'could not tell' },
    { code: 130, means: 'interrupted; what was seen until then is printed' },
  ],
} as const satisfies Partial<Verb>
