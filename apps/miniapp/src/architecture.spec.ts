import { sources } from '../test/support/sources'

const all = sources()
const offenders = (where: RegExp, what: RegExp) =>
  all.filter(({ name, code }) => !where.test(name) && what.test(code)).map(({ name }) => name)

test('only the platform, and what the build is told, knows where the app runs', () => {
  expect(offenders(/^(shared\/platform\/|app\.config\.ts$)/, /process\.env\.|TARO_ENV/)).toEqual([])
})

test('only the platform touches storage', () => {
  expect(offenders(/^shared\/platform\//, /localStorage|StorageSync|sessionStorage/)).toEqual([])
})

test('only navigation knows paths', () => {
  expect(
    offenders(/^(shared\/navigation\/|app\.config\.ts$)/, /['"`]\/?(pages|packages-[a-z]+)\/[a-z-]+\/index/),
  ).toEqual([])
})

test('only the pane reads addresses: elsewhere they would be read as they are encoded', () => {
  expect(offenders(/^shared\/pane\//, /\buseRouter\b/)).toEqual([])
})

test('only the API’s own modules know routes', () => {
  expect(offenders(/^shared\/(api|platform)\//, /api\.request/)).toEqual([])
})

// The main package is there before any other; a subpackage may not be. A browser has no packages, so a file for browsers
// alone may set pages of several side by side.
test('packages do not reach into one another, nor the main package into any', () => {
  const crossing = all.filter(({ name, code }) => {
    if (/^packages-.*\.h5\.tsx$/.test(name)) return false
    const own = name.split('/')[0]
    const reached = [...code.matchAll(/from ['"](?:@\/|(?:\.\.\/)+)(packages-[a-z]+)\//g)].map(
      ([, root]) => root,
    )
    return reached.some((root) => root !== own)
  })
  expect(crossing.map(({ name }) => name)).toEqual([])
})

test('no page is longer than 250 lines', () => {
  const long = all.filter(
    ({ name, text }) => /^(pages|packages-)/.test(name) && text.split('\n').length > 250,
  )
  expect(long.map(({ name }) => name)).toEqual([])
})

test('nothing of the phone’s clock or chance stands in a view model', () => {
  expect(
    all
      .filter(
        ({ name, code }) =>
          /view-model\.ts$/.test(name) && /Date\.now|new Date\(\)|Math\.random|Intl\./.test(code),
      )
      .map(({ name }) => name),
  ).toEqual([])
})
