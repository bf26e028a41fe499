import { mergeConfig } from 'vitest/config'
import base from '../../vitest.config.ts'
import { switched } from './switched-source.mjs'

/** The suite's own settings, with guards that can be weakened while the server runs. */
const config = mergeConfig(base, {
  plugins: [
    {
      name: 'switched-guards',
      enforce: 'pre',
      transform: (source, file) => switched(source, file.split('?')[0]),
    },
  ],
  test: { setupFiles: ['test/guards/switch.ts'] },
})
// Merged lists grow; this one is another.
config.test.include = ['test/guards/*.proof-spec.ts']

export default config
