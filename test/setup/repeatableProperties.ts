import fc from 'fast-check'

// In CI the same cases every time: a red run says something about the change that it ran on. Elsewhere
// each run tries others; what one finds, it prints with the seed that repeats it.
if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_122 })
