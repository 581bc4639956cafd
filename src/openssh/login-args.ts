import { configPair, optionWords, readOptions } from './ssh-options.ts'

/**
 * The user's options for a login of our own: without those that forward, go to the background, ask for a terminal,
 * write logs, share connections or do something other than log in. Every option is a word of its own.
 */
export function loginArgs(ssh: readonly string[]): string[] {
  return readOptions(ssh)
    .filter(({ letter }) => !NOT_FOR_LOGIN.includes(letter))
    .filter(({ letter, value = '' }) => letter !== 'o' || !KEYS_NOT_FOR_LOGIN.has(configPair(value).keyword))
    .flatMap(optionWords)
}

/**
 * The user's options for `ssh -G`: everything that can bear on the configuration (`Match` reads the session type too),
 * without what prints something else, writes logs or talks while it reads.
 */
export function configArgs(ssh: readonly string[]): string[] {
  return readOptions(ssh)
    .filter(({ letter }) => !'EGOQVqvy'.includes(letter))
    .filter(({ letter, value = '' }) => letter !== 'o' || !KEYS_THAT_TALK.has(configPair(value).keyword))
    .flatMap(optionWords)
}

const NOT_FOR_LOGIN = 'ADEGLMNOQRTVWXYfgnqstvwy'
const KEYS_THAT_TALK = new Set(['loglevel', 'logverbose'])
const KEYS_NOT_FOR_LOGIN = new Set([
  ...KEYS_THAT_TALK,
  'batchmode',
  'controlmaster',
  'controlpersist',
  'dynamicforward',
  'forkafterauthentication',
  'forwardagent',
  'forwardx11',
  'localcommand',
  'localforward',
  'permitlocalcommand',
  'remotecommand',
  'remoteforward',
  'requesttty',
  'sessiontype',
  'stdinnull',
  'tunnel',
  'tunneldevice',
])
