// Property tests try the same cases on every run; another seed tries others: FC_SEED=7 npx jest
const fc = require('fast-check')

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20230324) })
