/** One file that `npm run new` writes: its path from the root, and its text; oxfmt goes over it afterwards. */
export interface NewFile {
  path: string
  text: string
}

/** What was asked for cannot be made; said to whoever typed it. */
export class CannotMake extends Error {
  override name = 'CannotMake'
}

/** Lower-case words with hyphens between them, as every id of the house. */
export function idOf(word: string): string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(word))
    throw new CannotMake(`'${word}' is no id: lower-case words with hyphens between them, as clock-wrong.`)
  return word
}
