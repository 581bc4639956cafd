import fc from 'fast-check'

/** Loaded before every test of `npm test`. A test file run by itself draws new cases each time. */
fc.configureGlobal({ seed: Number(process.env.SSHMEDIC_SEED) })
