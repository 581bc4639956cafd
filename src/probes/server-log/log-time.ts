const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?/
const CLASSIC = /^([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d)/

/**
 * When a log line was written, seconds since 1970; undefined where its beginning is no time. Times without a zone are the server's
 * own (`zone` as `+0200`); those without a year lie in the year that has just been, `now` being the server's clock.
 */
export function lineTime(
  line: string,
  { year, zone, now }: { year: number; zone: string; now: number },
): number | undefined {
  const iso = ISO.exec(line)
  if (iso) {
    const at = seconds(`${iso[1]}T${iso[2]}${colon(iso[4] ?? zone)}`)
    return at === undefined || iso[3] === undefined ? at : at + Number(`0.${iso[3]}`)
  }
  const classic = CLASSIC.exec(line)
  const month = classic ? MONTHS.indexOf(classic[1]!) : -1
  if (!classic || month < 0) return undefined
  const day = `${String(month + 1).padStart(2, '0')}-${classic[2]!.padStart(2, '0')}T${classic[3]}${colon(zone)}`
  const at = seconds(`${year}-${day}`)
  // December's lines read in January.
  return at !== undefined && at > now + 86_400 ? seconds(`${year - 1}-${day}`) : at
}

const colon = (zone: string): string => zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')

function seconds(iso: string): number | undefined {
  const at = Date.parse(iso) / 1000
  return Number.isFinite(at) ? at : undefined
}
