import { commandLine, optionRows } from '../src/cli/help.ts'
import type { Verb } from '../src/cli/verb.ts'
import { VERBS } from '../src/cli/verbs.ts'

/** README's part about the command line: what may be typed, the options, the exit codes. */
export function readmeTables(): string {
  return [commandLines(), ...VERBS.filter(({ reads }) => reads === 'ssh').map(optionTable), exitCodes()].join('\n')
}

function commandLines(): string {
  const rows = VERBS.flatMap(({ usage }) => usage.map(({ line, says }) => [commandLine(line), says] as const))
  const widest = Math.max(...rows.map(([typed]) => typed.length))
  return rows.map(([typed, says]) => `    ${typed.padEnd(widest)}  ${says}\n`).join('')
}

/** Of the options of other verbs their own help and the manual page tell. */
function optionTable({ options }: Verb): string {
  const rows = optionRows(options).map(([typed, says]) => [`\`${text(typed)}\``, text(says)])
  const ssh = 'aliases and `Match` of your ssh_config, agents, ProxyJump, certificates: `-p -l -i -F -J -o -4 -6 …`'
  return table(['option', ''], [['everything ssh accepts', ssh], ...rows])
}

function exitCodes(): string {
  const codes = [...new Set(VERBS.flatMap((verb) => verb.exitCodes.map(({ code }) => code)))].toSorted((a, b) => a - b)
  const shown = VERBS.filter(({ service }) => !service)
  const title = ['exit code', ...shown.map(({ name, reads }) => (reads === 'ssh' ? '' : `\`${name}\``))]
  return table(
    title,
    codes.map((code) => [
      String(code),
      ...shown.map((verb) => text(verb.exitCodes.find((each) => each.code === code)?.means ?? '')),
    ]),
  )
}

function table(title: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return line(title) + line(title.map(() => '---')) + rows.map(line).join('')
}

const text = (says: string): string => says.replaceAll('|', String.raw`\|`)
