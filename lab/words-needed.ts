/**
 * By which words the few patterns out of many are found that may fit a line: each is kept under a word that stands in whatever it fits, and a
 * line is asked for its words. So a line costs what its length costs, however many patterns there are. To take patterns apart costs more than
 * to start does: `npm run registries` writes down what comes out (entry-words.json).
 */

/** Marks in a pattern's source while it is taken apart: what stands between words, what nobody can tell, a choice by its number. */
const EDGE = '\u0001'
const OPEN = '\u0002'
const CHOICE = '\u0003'

/** Words that stand in many patterns tell little. */
const COMMON =
  /^(?:ssh|the|to|is|of|in|for|by|not|no|and|with|from|on|was|has|key|host|server|error|failed|failure|connection|connect|connecting|closed|remote|authentication|channel|port|session|received|user|public|private|file|debug|this|your)$/

/** Any one of these words is enough: it stands in every line that fits. */
type Need = readonly string[]

const worth = (word: string): number => (COMMON.test(word) ? 0 : word.length)

/** The word of a text without groups that tells most; words count that nothing unknown may prolong. */
function bestWord(text: string): string | undefined {
  let best: string | undefined
  for (const [word] of text.matchAll(/(?<=[^\w\u0002\u0003])\w{2,}(?=[^\w\u0002\u0003])/g)) {
    const low = word.toLowerCase()
    if (best === undefined || worth(low) > worth(best)) best = low
  }
  return best
}

/** What must stand in a choice, of each branch one word. */
function needOf(text: string, left: string, right: string): Need | undefined {
  const words = text.split('|').map((branch) => bestWord(left + branch + right))
  return words.every((word) => word !== undefined) ? words : undefined
}

/** Sets, escapes and what is optional or repeated become marks; groups stay. */
const flattened = (source: string): string =>
  source
    .replaceAll(/\\[bBsW](?:\+|\{[1-9]\d*(?:,\d*)?\})?|[\^$]/g, (all) => (all === '\\B' ? OPEN : EDGE))
    .replaceAll(/\\[dDwSpPxu\d]/g, OPEN)
    .replaceAll(/\\[^\w]/g, EDGE)
    .replaceAll(/\[[^\]]*\]/g, (set) =>
      /\w|\u0002|\[\u0001\u0001/.test(set) ? OPEN : set.startsWith('[' + EDGE) ? OPEN : EDGE,
    )
    .replaceAll('.', OPEN)
    .replaceAll(/[^()|](?:\?|\*|\+|\{\d[\d,]*\})\??/g, (all) =>
      all.startsWith(EDGE) && !/^.(?:[?*]|\{0)/.test(all) ? EDGE : OPEN,
    )

/** The words of which one must stand in a line for the pattern to fit; undefined where there is none to be had. */
export function wordsNeeded(pattern: RegExp): Need | undefined {
  const needs: (Need | undefined)[] = []
  let text = flattened(pattern.source)
  for (let depth = 0; depth < 12 && text.includes('('); depth++)
    text = text.replaceAll(
      /(.?)\((\?(?:[:=!]|<[=!]|<\w+>))?([^()]*)\)((?:\?|\*|\+|\{\d[\d,]*\})\??)?(?=(.?))/gs,
      (_, before: string, kind: string | undefined, inside: string, times: string | undefined, after: string) => {
        if (kind?.endsWith('=') || kind?.endsWith('!')) return before + OPEN
        if (times && /^(?:[?*]|\{0)/.test(times)) return before + OPEN
        if (times) return before + OPEN
        if (!inside.includes('|')) return before + inside
        needs.push(needOf(inside, before === '' ? OPEN : before, after === '' ? OPEN : after))
        return before + CHOICE + (needs.length - 1) + CHOICE
      },
    )
  return text
    .split('|')
    .map((branch) => needOfBranch(branch, needs))
    .reduce<Need | undefined>((all, one) => (all && one ? [...all, ...one] : undefined), [])
}

function needOfBranch(branch: string, needs: readonly (Need | undefined)[]): Need | undefined {
  const word = bestWord(OPEN + branch + OPEN)
  if (word !== undefined && worth(word) > 4) return [word]
  const choices = [...branch.matchAll(/\u0003(\d+)\u0003/g)].flatMap(([, number]) => {
    const need = needs[Number(number)]
    return need ? [need] : []
  })
  const all = word === undefined ? choices : [...choices, [word]]
  return all.toSorted((a, b) => Math.min(...b.map(worth)) / b.length - Math.min(...a.map(worth)) / a.length)[0]
}
