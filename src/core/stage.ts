/** Ordered from the user's keyboard to the shell prompt; a later stage can only be seen once the earlier ones pass. */
export const STAGES = ['client', 'name', 'path', 'port', 'banner', 'host', 'kex', 'auth', 'session'] as const
export type Stage = (typeof STAGES)[number]
