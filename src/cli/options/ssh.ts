import type { OptionTable, ValuesOf } from '../option.ts'

/** Some of ssh's own options, for verbs that reach a host over ssh and whose words are not ssh's. */
export const SSH = {
  identity: {
    short: 'i',
    value: { name: 'FILE', is: 'file' },
    multiple: true,
    says: 'as for ssh, where a host is asked',
  },
  port: { short: 'p', value: { name: 'PORT' }, beside: 'identity', says: 'as for ssh, where a host is asked' },
  jump: {
    short: 'J',
    value: { name: 'HOST', is: 'host' },
    beside: 'identity',
    says: 'as for ssh, where a host is asked',
  },
  config: {
    short: 'F',
    value: { name: 'FILE', is: 'file' },
    beside: 'identity',
    says: 'as for ssh, where a host is asked',
  },
  option: {
    short: 'o',
    value: { name: 'KEYWORD=VALUE' },
    multiple: true,
    beside: 'identity',
    says: 'as for ssh, where a host is asked',
  },
} as const satisfies OptionTable

/** The same as words for ssh. */
export function sshWords({ identity, port, jump, config, option }: ValuesOf<typeof SSH>): string[] {
  return [
    ...(identity ?? []).flatMap((file) => ['-i', file]),
    ...(port === undefined ? [] : ['-p', port]),
    ...(jump === undefined ? [] : ['-J', jump]),
    ...(config === undefined ? [] : ['-F', config]),
    ...(option ?? []).flatMap((each) => ['-o', each]),
  ]
}
