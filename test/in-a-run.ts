import fc from 'fast-check'

/** Loaded before every test file of `npm test`. A test file run by itself draws new cases each time. */
fc.configureGlobal({ seed: Number(process.env.SSHMEDIC_SEED), numRuns: Number(process.env.SSHMEDIC_RUNS ?? 100) })

// For the test files alone: the program they start stands for what is published.
delete process.env.NODE_COMPILE_CACHE
