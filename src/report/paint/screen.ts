/** What the terminal painter knows of the terminal; whoever owns the streams decides it, once for every verb. */
export interface Screen {
  /** Columns; beyond 100 no text gets wider, because nobody reads such lines. */
  columns: number
  colour: boolean
  /** The terminal shows UTF-8; otherwise every sign is spelled in ASCII. */
  utf8: boolean
}
