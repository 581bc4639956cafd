import { defineConfig, type OxlintOverride } from 'oxlint'

/** The floors of the house, lowest first (ARCHITECTURE.md). Rooms of one floor are blind to one another. */
const FLOORS = [
  ['core'],
  ['openssh'],
  ['sshd-config', 'words'],
  ['sshd-log', 'client-log'],
  ['probes', 'access', 'logs', 'clouds', 'knowledge', 'remedies'],
  ['diagnose'],
  ['medic'],
  ['report', 'store'],
  ['watch'],
  ['web', 'cli'],
]

/** Rooms that do no I/O and read no clock. */
export const PURE: readonly string[] = [
  'core',
  'openssh',
  'sshd-config',
  'words',
  'sshd-log',
  'client-log',
  'knowledge',
  'remedies',
  'diagnose',
  'report',
]

const forbidden = (room: string) => {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room))
  return FLOORS.flatMap((rooms, i) => (i < floor ? [] : rooms.filter((other) => other !== room)))
}

const impure = (name: string, what: string) => ({
  name,
  message: `This room does no I/O, reads no clock and throws no dice (ARCHITECTURE.md, the floors): ${what}.`,
})

/** What a pure room must be handed. Only the clock of Date is refused; reading a given time is pure. */
const PURE_RULES: OxlintOverride['rules'] = {
  'no-restricted-globals': [
    'error',
    ...['process', 'console'].map((name) => impure(name, 'what belongs to the process is handed in')),
    ...['performance', 'setTimeout', 'setInterval', 'setImmediate', 'Temporal'].map((name) =>
      impure(name, 'the time is an argument'),
    ),
    ...['fetch', 'WebSocket', 'EventSource'].map((name) => impure(name, 'probes and clouds ask the world')),
    impure('crypto', 'random numbers are an argument'),
    impure('globalThis', 'it leads around this rule'),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: impure('', 'the time is an argument').message },
    { object: 'Math', property: 'random', message: impure('', 'random numbers are an argument').message },
  ],
  'house/no-clock': 'error',
}

const floorRules = FLOORS.flat().map((room): OxlintOverride => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: forbidden(room).map((other) => `**/${other}/**`),
            message: `src/${room} may import lower floors and itself only (ARCHITECTURE.md, the floors).`,
          },
          ...(PURE.includes(room)
            ? [{ group: ['node:*'], message: `src/${room} does no I/O and reads no clock.` }]
            : []),
        ],
      },
    ],
    ...(PURE.includes(room) ? PURE_RULES : {}),
  },
}))

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'promise'],
  jsPlugins: ['./lint/no-clock.ts'],
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'max-lines': ['error', { max: 400 }],
    'no-await-in-loop': 'off',
    'import/no-named-as-default-member': 'off',
    'promise/no-callback-in-promise': 'off',
    'unicorn/no-useless-spread': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'no-shadow': 'off',
    'no-control-regex': 'off',
    'import/no-unassigned-import': 'off',
    'promise/always-return': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'no-underscore-dangle': 'off',
    'typescript/no-explicit-any': 'error',
    'no-empty': 'error',
  },
  overrides: [
    ...floorRules,
    // Tests and benches stand outside the house and may look into any room.
    {
      files: ['src/**/*.test.ts', 'test/**', 'bench/**', 'lab/**'],
      rules: {
        'no-restricted-imports': 'off',
        'no-restricted-globals': 'off',
        'no-restricted-properties': 'off',
        'house/no-clock': 'off',
      },
    },
    // A suite is a function, too; what counts there is its tests.
    { files: ['src/**', 'lab/**', 'bench/**'], rules: { 'max-lines-per-function': ['error', { max: 80 }] } },
    { files: ['**/*.test.ts'], rules: { 'max-lines-per-function': 'off' } },
  ],
  ignorePatterns: ['dist/**', 'node_modules/**'],
})
