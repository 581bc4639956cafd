/** What ssh puts in place of `%h` and its kin (ssh_config(5) TOKENS); a letter left out is one we do not know. */
export type Tokens = Readonly<Partial<Record<string, string>>>

/**
 * A path of ssh_config as ssh opens it: `~/` from the password database's home, `%`-tokens, `${VARIABLES}`.
 * @returns undefined for what only ssh itself can expand: `~somebody/`, `%C`, a variable that is not set
 */
export function expandPath(
  path: string,
  home: string,
  tokens: Tokens,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const rooted = expandHome(path, home)
  if (rooted === undefined) return undefined
  let known = true
  const expanded = rooted.replace(/%(.)|%$|\$\{([^}]*)\}/gs, (whole: string, letter?: string, variable?: string) => {
    if (letter === '%') return '%'
    const value = variable === undefined ? letter && own(tokens, letter) : own(environment, variable)
    if (value === undefined || value === '') known = false
    return value ?? whole
  })
  return known ? expanded : undefined
}

/** `~` and `~/…` only; `-i` on the command line is expanded by no more than this. */
export function expandHome(path: string, home: string): string | undefined {
  if (!path.startsWith('~')) return path
  if (path !== '~' && !path.startsWith('~/')) return undefined
  return home + path.slice(1)
}

function own(table: Readonly<Record<string, string | undefined>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
