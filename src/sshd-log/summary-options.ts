export interface SummaryOptions {
  /** Year of the first line without a year. */
  year?: number
  /** Or: no line is later than this (milliseconds since the epoch), by a day; the change of the file, or now. */
  notAfter?: number
  /** Or, where lines are judged one by one: the first line without a year was written just before this. */
  now?: () => number
  /** Zone of times without one: `UTC`, `+02:00`, or a name of the zone database. */
  zone?: string
  /** First number of MaxStartups; 10 where left out, the default of every release since 6.2. */
  begin?: number
  /** Leave lines out that are earlier or not earlier than this; milliseconds. Lines without a time stay. Yearless ones need `year`. */
  since?: number
  until?: number
}
