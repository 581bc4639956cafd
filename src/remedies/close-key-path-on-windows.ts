import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'
import { toldWords } from './plan/told-words.ts'

const ADMINISTRATORS = /(?:^|[\\/])administrators_authorized_keys$/i
/** As Windows writes a path: a drive's letter, or the variable that sshd puts in its place. */
const OF_WINDOWS = /^(?:[A-Za-z]:[\\/]|__PROGRAMDATA__[\\/])/

export default {
  id: 'close-key-path-on-windows',
  title: 'Take the rights of others from the file of keys, on Windows',
  treats: { 'strict-modes-refuses': 0.95 },
  needs: 'server',
  harm: 'lasting',
  plan(facts, target) {
    const { path } = toldWords(facts, 'key-file-unsafe')
    if (path === undefined || !OF_WINDOWS.test(path)) return { refuse: 'no file of a Windows server was called unsafe' }
    const file = path.replace('__PROGRAMDATA__', 'C:/ProgramData').replaceAll('/', '\\')
    const owner = ADMINISTRATORS.test(path) ? 'Administrators:F' : `${target?.user ?? 'the user'}:F`
    const grant = `\`icacls "${file}" /inheritance:r /grant ${owner} /grant SYSTEM:F\``
    return [
      person(
        ADMINISTRATORS.test(path)
          ? `On the server, in a PowerShell of an administrator, leave that file to administrators and SYSTEM alone: ${grant} (where Windows speaks another language, *S-1-5-32-544 and *S-1-5-18 stand for the two). For users who are administrators sshd reads no other file of keys.`
          : `On the server, in a PowerShell of an administrator, leave that file to its user and SYSTEM alone: ${grant}.`,
      ),
    ]
  },
} satisfies Remedy
