import type { Step } from '../../core/remedy.ts'

/**
 * What frees the slots of MaxStartups most cheaply: connections that never log in give them back when LoginGraceTime is over (120 s by
 * default, servconf.c fill_default_server_options), and whoever does log in needs no longer.
 */
export const LOWER_GRACE = {
  kind: 'edit',
  keyword: 'LoginGraceTime',
  value: '30',
  say: 'lower LoginGraceTime to 20–30 s: silent ones then give their slots back sooner.',
} as const satisfies Step
