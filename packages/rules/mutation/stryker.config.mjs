import { fileURLToPath } from 'node:url'

const JUDGED = ['standards', 'measures', 'plaque', 'obligations']
const file = (name) => fileURLToPath(import.meta.resolve(name))

/** Which changes of the judging code no test notices: npm run mutation, or with names of folders. */
export default {
  plugins: [file('@stryker-mutator/mocha-runner')],
  testRunner: 'mocha',
  mochaOptions: {
    require: [file('./specs-in-mocha.cjs'), './jest.seed.cjs'],
    // Not those that need the built package or the documents: a copy of the sources alone is tested.
    // Nor the sweeps over everything broken or left out: seconds for every change that lives, and they notice few.
    spec: [...JUDGED, 'registers'].map((folder) => `src/${folder}/**/!(bad-input|declared).spec.ts`),
    grep: '^(?!.*whatever JSON)',
  },
  // Its reader of tsconfig needs a programming interface that TypeScript 7 does not offer, and nothing here needs it.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  mutate: JUDGED.map((folder) => `src/${folder}/**/!(*.spec).ts`),
  ignorePatterns: ['dist', 'bench', 'mutation/node_modules', 'mutation/report'],
  // Clauses, lists of kinds and texts are data: what they say is checked against the notice.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'mutation/report/incremental.json',
  // The command tells what is in it.
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: 'mutation/report/mutation.json' },
  concurrency: 2,
  // A busy machine is slow; a change is not noticed for that.
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 90, break: null },
  tempDirName: '../../.data/mutation',
}
