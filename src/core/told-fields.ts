/** What a message may name: the fields of an entry of the lexicon, by the names of its pattern's groups. */
export const TOLD_FIELDS = [
  'user',
  'address',
  'port',
  'path',
  'line',
  'limit',
  'algorithm',
  'theirs',
  'option',
  'program',
  'reason',
] as const
export type ToldField = (typeof TOLD_FIELDS)[number]
