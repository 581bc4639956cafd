// The way in that is none: the machine we run on.
import { test } from 'node:test'
import { openLocal } from '../../src/access/local.ts'
import { CONTRACT } from './contract.ts'

const access = await openLocal()
for (const [name, check] of Object.entries(CONTRACT)) test(name, () => check(access))
