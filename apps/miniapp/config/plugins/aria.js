// Plain CommonJS: Taro transpiles a .ts plugin file itself but not the .ts files it imports.
const ariaComponents = require('./aria-components')

/** Taro's weapp templates drop aria attributes; this adds them, so that ariaLabel, ariaRole … reach WXML. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      // H5 has no templates: attributes reach the DOM by themselves.
      if (!platform.template) return
      platform.template.mergeComponents(ctx, ariaComponents)
      platform.runtimePath = [platform.runtimePath].flat().concat('@/polyfills/aria-runtime')
    },
  })
}
