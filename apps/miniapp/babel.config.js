const taro = require('babel-preset-taro')

/**
 * Taro's preset, told to mend only what is broken in the browsers of .browserslistrc. Otherwise a slip of one Safari in
 * naming functions makes it rewrite every parameter that is taken apart, and a slip of one Chrome every `?.`: a tenth
 * of the code on the phone.
 */
function taroMendingLittle(api, options) {
  const preset = taro(api, options)
  const [env] = preset.overrides[0].presets
  env[1].bugfixes = true
  return preset
}

module.exports = { presets: [[taroMendingLittle, { framework: 'react', ts: true, compiler: 'webpack5' }]] }
