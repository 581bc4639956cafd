/** As much of a syntax node and of oxlint as this rule looks at. */
interface Call {
  callee: { type: string; name?: string }
  arguments: readonly unknown[]
}

interface Context {
  report(what: { node: Call; message: string }): void
}

/**
 * `new Date()` and `Date()` read the clock; `new Date(text)`, `Date.parse` and `Date.UTC` make something of what they are given and
 * are pure. oxlint's own rules can refuse a global or a property and no call by its arguments.
 */
const noClock = {
  create(context: Context) {
    const isDate = ({ callee }: Call): boolean => callee.type === 'Identifier' && callee.name === 'Date'
    const message = 'This room reads no clock: take the time as an argument. new Date(TIME) and Date.parse are fine.'
    return {
      NewExpression(node: Call) {
        if (isDate(node) && node.arguments.length === 0) context.report({ node, message })
      },
      CallExpression(node: Call) {
        if (isDate(node)) context.report({ node, message })
      },
    }
  },
}

export default { meta: { name: 'house' }, rules: { 'no-clock': noClock } }
