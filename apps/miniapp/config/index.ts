import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import FirstPage from './plugins/first-page'
import OfflineShell from './plugins/offline-shell'

const workspacePackages = path.resolve(__dirname, '../../../packages')
// Libraries shipped with syntax newer than iOS 14 / Chrome 86 are compiled too; so is the rules package, from source.
const MODERN_LIBRARIES = /node_modules[\\/](zustand|@noble)[\\/]/
const compile = {
  include: [
    (file: string) => file.startsWith(workspacePackages),
    (file: string) => MODERN_LIBRARIES.test(file),
  ],
}
// Sizes are px on both platforms: one CSS pixel is one pixel of the phone's grid, so the text-size classes alone
// decide how large text is, and a wide screen does not blow it up.
const postcss = { pxtransform: { enable: false, config: {} } }

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'drug-free-village',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: process.env.TARO_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
    plugins: [path.resolve(__dirname, 'plugins/aria.js')],
    alias: {
      '@': path.resolve(__dirname, '..', 'src'),
      // pnpm keeps one copy of a package per set of peers; two copies of this one break every hook on H5.
      '@tarojs/plugin-framework-react': path.resolve(
        __dirname,
        '../node_modules/@tarojs/plugin-framework-react',
      ),
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: process.env.TARO_CACHE === '1' },
    logger: { quiet: true, stats: false },
    // Without this every Chinese character is written as a six-byte escape.
    terser: { enable: true, config: { ecma: 2020, compress: { passes: 2 }, output: { ascii_only: false } } },
    mini: {
      compile,
      optimizeMainPackage: { enable: true },
      enableSourceMap: process.env.TARO_SOURCE_MAP === '1',
      sourceMapType: 'hidden-source-map',
      postcss,
      webpackChain(chain) {
        chain.resolve.set('conditionNames', ['source', '...'])
        // What webpack itself writes between the modules, for the same phones as .browserslistrc.
        chain.output.set('environment', {
          arrowFunction: true,
          const: true,
          destructuring: true,
          forOf: true,
        })
      },
    },
    h5: {
      compile,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
      webpackChain(chain) {
        chain.resolve.set('conditionNames', ['source', '...'])
        // What Taro brings for browsers of before 2018; the oldest of .browserslistrc have it themselves.
        for (const polyfill of [
          'whatwg-fetch',
          'abortcontroller-polyfill/dist/abortcontroller-polyfill-only',
        ])
          chain.resolve.alias.set(polyfill, path.resolve(__dirname, 'nothing.js'))
        // Pages share what they are made of: each with a copy of its own is four times as much to fetch and keep.
        chain.optimization.splitChunks({
          chunks: 'all',
          hidePathInfo: true,
          minSize: 8_000,
          maxInitialRequests: 4,
          maxAsyncRequests: 8,
          cacheGroups: {
            default: { minChunks: 2, reuseExistingChunk: true },
            // What only changes when a library does is kept over the app's own changes.
            defaultVendors: { test: /node_modules/, chunks: 'initial', priority: 10 },
          },
        })
        if (process.env.NODE_ENV !== 'production') return
        chain.plugin('first-page').use(FirstPage, [{ home: 'pages/home/index' }])
        chain.plugin('offline-shell').use(OfflineShell)
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
    },
  }
  return config
})
