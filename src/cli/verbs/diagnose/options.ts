import type { OptionTable } from '../../option.ts'
import { COLOUR } from '../../options/colour.ts'
import { FORMATS } from '../../options/formats.ts'

/** All are long, so that none can ever be one of ssh's. */
export const OPTIONS = {
  ...FORMATS,
  save: { value: { name: 'FILE', is: 'file' }, says: 'keep the whole case with its raw evidence' },
  from: { value: { name: 'FILE', is: 'file' }, says: 'diagnose a saved case again, offline' },
  via: {
    value: { name: 'DESTINATION', is: 'host' },
    says: 'look from within as well, over another login there',
  },
  local: { says: 'look from within: this is the server itself' },
  address: { value: { name: 'ADDRESS' }, says: 'from within: the address people come from, where it is not ours' },
  timeout: { value: { name: 'SECONDS' }, says: 'how patient all clocks are (30)' },
  budget: { value: { name: 'N' }, says: 'connections to the SSH port in any 20 s (5)' },
  ...COLOUR,
  help: { says: 'this help; after a verb, the help of that verb' },
  version: { beside: 'help', says: 'the version' },
} as const satisfies OptionTable
