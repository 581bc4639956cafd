/** sshd's complaints before 8.7, where they read otherwise (servconf.c 7.7 and 8.4): from ours for the newer ones. */

const MISSING: Readonly<Record<string, string>> = {
  'tilde-file': 'missing file name.',
  'user-environment': 'missing argument.',
  qos: 'Bad IPQoS value: ',
  word: 'missing file name.',
  'max-startups': 'Missing MaxStartups spec.',
  tunnel: 'Missing yes/point-to-point/ethernet/no argument.',
  subsystem: 'Missing subsystem name.',
  mask: 'missing StreamLocalBindMask argument.',
}

/** `kind` of keywords.ts, `keyword` as written, `name` as printed. */
export function asOldSshd(says: string, kind: string, keyword: string, name: string): string {
  if (says === `${keyword} missing argument.`) {
    return kind === 'permit' ? `missing ${name} specification` : (MISSING[kind] ?? 'Missing argument.')
  }
  if (says.startsWith(`${keyword} integer value`)) return says.slice(keyword.length + 1)
  switch (says) {
    case `Invalid ${keyword} spec.`:
      return 'Illegal MaxStartups spec.'
    case `${keyword} bad port number`:
      return `bad port number in ${name}`
    case `${keyword} missing host`:
      return `missing host in ${name}`
    case `Invalid ${keyword}.`:
      return 'Bad mask.'
    case `invalid ${keyword} method list.`:
      return 'invalid authentication method list.'
    case `${keyword} too small`:
      return 'RekeyLimit too small'
    case `"any" must appear alone in ${keyword}`:
      return '"any" must appear alone in AuthenticationMethods'
    case `unsupported log facility '<NONE>'`:
    case `unsupported log level '<NONE>'`:
      return says
    default:
      return says
        .replace(`Bad ${keyword} number`, 'Bad number')
        .replace(`Bad ${keyword} value`, 'Bad IPQoS value')
        .replace(`Invalid ${keyword} algorithm`, 'Invalid hash algorithm')
        .replace(`no ${keyword} specified`, 'no AuthenticationMethods specified')
        .replace(`bad ${keyword} argument `, 'Bad yes/point-to-point/ethernet/no argument: ')
  }
}
