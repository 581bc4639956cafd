/** log.c do_log on stderr: strnvis with VIS_SAFE and VIS_OCTAL. */
export function asLogged(says: string): string {
  return says.replace(/[^\n\t\r\x07\x08\x20-\x5b\x5d-\x7e]/gu, (c) =>
    c === '\\'
      ? '\\\\'
      : [...new TextEncoder().encode(c)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  )
}
