import type { Option, OptionTable } from '../src/cli/option.ts'
import type { Usage, Verb } from '../src/cli/verb.ts'
import { VERBS } from '../src/cli/verbs.ts'
import { wrap } from '../src/report/width.ts'

/** The manual page in mdoc(7), of the day its words last changed. */
export function manualPage(date: string): string {
  const [main, ...others] = VERBS as [Verb, ...Verb[]]
  const [first = '', ...about] = main.about
  return lines([
    '.\\" Made by `npm run verbs` from src/cli/verbs. Do not edit: run it again.',
    `.Dd ${date}`,
    '.Dt SSHMEDIC 1',
    '.Os',
    '.Sh NAME',
    '.Nm sshmedic',
    `.Nd ${main.summary}`,
    '.Sh SYNOPSIS',
    ...VERBS.flatMap(synopsis),
    '.Sh DESCRIPTION',
    '.Nm :',
    plain(first),
    ...about.flatMap((paragraph) => ['.Pp', plain(paragraph)]),
    '.Pp',
    'All options of',
    '.Xr ssh 1',
    'are understood, and its configuration is read.',
    'The options of its own are:',
    ...optionList(main.options),
    '.Sh VERBS',
    ...others.flatMap((verb) => [
      `.Ss ${verb.name}`,
      `${capital(plain(verb.about[0] ?? ''))}`,
      ...verb.about.slice(1).flatMap((paragraph) => ['.Pp', plain(paragraph)]),
      ...optionList(verb.options),
    ]),
    '.Sh EXIT STATUS',
    ...VERBS.flatMap((verb) => [
      ...(verb === main ? [] : ['.Pp']),
      verb === main ? 'Without a verb:' : `.Cm ${verb.name} :`,
      '.Bl -tag -width 4n',
      ...verb.exitCodes.flatMap(({ code, means }) => [`.It ${code}`, `${capital(plain(means))}.`]),
      '.El',
    ]),
    '.Sh EXAMPLES',
    ...VERBS.flatMap(({ examples }) => examples.flatMap(example)).slice(1),
    '.Sh SEE ALSO',
    '.Xr ssh 1 ,',
    '.Xr ssh_config 5 ,',
    '.Xr sshd 8',
  ])
}

function synopsis({ name, reads, usage }: Verb): string[] {
  return usage
    .filter(({ line }) => !line.startsWith('$'))
    .flatMap(({ line }) => [
      '.Nm',
      ...(reads === 'ssh' ? [plain(line)] : [`.Cm ${name}`, plain(line.slice(name.length + 1))]),
    ])
    .filter((line) => line !== '')
}

function optionList(options: OptionTable): string[] {
  const shown = Object.entries<Option>(options).filter(([, { hidden }]) => !hidden)
  return [
    '.Bl -tag -width Ds',
    ...shown.flatMap(([name, { short, value, says }]) => [
      `.It ${[`Fl -${name}`, ...(short === undefined ? [] : [`, Fl ${short}`])].join(' ')}${value ? ` Ar ${plain(value.name)}` : ''}`,
      `${capital(plain(says))}.`,
    ]),
    '.El',
  ]
}

const example = ({ line, says }: Usage): string[] => [
  '.Pp',
  `${capital(plain(says))}:`,
  `.Dl ${plain(line.startsWith('$ ') ? line : `$ sshmedic ${line}`)}`,
]

const COLUMNS = 78

/** Words that roff reads as words, a sentence a line: no line begins with a control character, and signs have their names. */
function plain(text: string): string {
  const sentences = text.replaceAll(/(?<=[a-z0-9)][.?!]) (?=[A-Z])/g, '\n').split('\n')
  return sentences
    .flatMap((sentence) => wrap(sentence, COLUMNS))
    .map((line) =>
      line
        .replaceAll(/[\\…–“”’~^]/g, (sign) => SIGNS[sign]!)
        .replaceAll('--', String.raw`\-\-`)
        .replace(/^[.']/, String.raw`\&$&`),
    )
    .join('\n')
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': String.raw`\e`,
  '…': String.raw`\&...`,
  '–': String.raw`\(en`,
  '“': String.raw`\(lq`,
  '”': String.raw`\(rq`,
  '’': String.raw`\(cq`,
  '~': String.raw`\(ti`,
  '^': String.raw`\(ha`,
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const lines = (of: readonly string[]): string => of.map((line) => `${line}\n`).join('')
