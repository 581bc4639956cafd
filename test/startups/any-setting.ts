import fc from 'fast-check'

/** Settings sshd takes, small ones and steep ones among them. */
export const anySetting = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 400 }))
  .map(([start, rate, more]) => ({ start, rate, full: start + more }))
