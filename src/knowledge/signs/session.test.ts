import { goodLogin, loginTo, pasted, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { session } from './session.ts'

const ended = (exit: number, output?: string) =>
  sheet({ login: loginTo('session', { exit, ...(output === undefined ? {} : { output }) }) })
const both = ['ends-at-once', 'runs-something-else'].join('|')

readings(session, [
  ['a shell answers', sheet({ login: goodLogin() }), 'works'],
  ['false(1)', ended(1), 'ends-at-once'],
  ['nologin(8)', ended(1, 'This account is currently not available.'), 'ends-at-once'],
  ['nologin.txt, or a command that fails', ended(1, 'Ask the help desk.'), both],
  ['a command that works', ended(0, 'deploying revision 4711 ...'), 'runs-something-else'],
  ['true(1), or a command that says nothing', ended(0), both],
  [
    'internal-sftp for whom wants a shell',
    ended(1, 'This service allows sftp connections only.'),
    'runs-something-else',
  ],
  [
    'cloud-init for root',
    ended(142, 'Please login as the user "ubuntu" rather than the user "root".'),
    'runs-something-else',
  ],
  [
    'a password past its date (session.c do_child)',
    ended(1, 'Password change required but no TTY available.'),
    'ends-at-once',
  ],
  ['PAM opened no session (4.4 #67)', ended(254, "There were too many logins for 'alice'."), 'no-session'],
  [
    'pasted: sftp only',
    sheet({ 'client-text': pasted('This service allows sftp connections only.') }),
    'runs-something-else',
  ],
  [
    'pasted: a git host',
    sheet({
      'client-text': pasted("Hi octocat! You've successfully authenticated, but GitHub does not provide shell access."),
    }),
    'works',
  ],
  ['pasted: something else', sheet({ 'client-text': pasted('Host key verification failed.') }), '-'],
])
