// Draws the app's icons from @tabler/icons (MIT): a mask class each, and the tab bar's PNG files, which WeChat wants
// as bitmaps. Run after changing the list: node scripts/icons.mjs [--png]   (PNG needs Debian's chromium, pngquant, optipng)
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const here = path.resolve(import.meta.dirname, '..')
const source = path.join(here, 'node_modules/@tabler/icons/icons/outline')

// Our name → Tabler's. A kind of work keeps its icon on every screen.
const ICONS = {
  add: 'plus',
  back: 'arrow-left',
  bell: 'bell',
  calendar: 'calendar',
  camera: 'camera',
  check: 'check',
  'chevron-down': 'chevron-down',
  'chevron-right': 'chevron-right',
  'chevron-up': 'chevron-up',
  clause: 'book-2',
  clock: 'clock',
  close: 'x',
  conflict: 'arrow-merge',
  document: 'file-text',
  draft: 'clipboard-list',
  due: 'calendar-due',
  edit: 'edit',
  eye: 'eye',
  filter: 'filter',
  flag: 'flag',
  grid: 'grid-dots',
  group: 'user-heart',
  info: 'info-circle',
  later: 'hourglass',
  key: 'user-exclamation',
  letter: 'mail',
  lock: 'lock',
  meeting: 'users-group',
  met: 'circle-check',
  money: 'coin',
  'not-applicable': 'minus',
  'not-met': 'square-x',
  offline: 'wifi-off',
  overdue: 'clock-exclamation',
  patrol: 'route',
  person: 'user',
  phone: 'phone',
  'phone-only': 'device-mobile',
  pledge: 'signature',
  publicity: 'speakerphone',
  qr: 'qrcode',
  quiz: 'school',
  refresh: 'refresh',
  register: 'user-plus',
  review: 'eye-check',
  roster: 'users',
  search: 'search',
  send: 'send',
  shield: 'shield-check',
  'sign-out': 'logout',
  status: 'arrows-exchange',
  talk: 'messages',
  test: 'clipboard-check',
  'text-size': 'text-size',
  undetermined: 'help-triangle',
  venue: 'building-store',
  verify: 'user-check',
  village: 'map-2',
  warning: 'alert-triangle',
}
const TABS = { home: 'home', work: 'list-details', check: 'checklist', me: 'user' }

const shapes = (name) =>
  fs
    .readFileSync(path.join(source, `${name}.svg`), 'utf8')
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, '')
    .replace('</svg>', '')
    .replace(/<path stroke="none"[^>]*>/, '')
    .replace(/\s+/g, ' ')
    .replace(/ \/>/g, '/>')
    .trim()
const svg = (name, { stroke = '#000', width = 2, fill = 'none' } = {}) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='${fill}' stroke='${stroke}' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'>${shapes(name).replace(/"/g, "'")}</svg>`
const uri = (text) =>
  `data:image/svg+xml,${text.replace(/[%#<>{}|^`\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`

const names = Object.keys(ICONS).sort()
const rules = names.map((name) => {
  // The prefixed property alone: every engine we meet knows it, and the sheet is half the size.
  return `.dfv-icon--${name} {\n  -webkit-mask-image: url("${uri(svg(ICONS[name]))}");\n}\n`
})
const head = 'Written by scripts/icons.mjs from @tabler/icons (MIT). Do not edit.'
fs.writeFileSync(path.join(here, 'src/shared/ui/icons.scss'), `// ${head}\n${rules.join('')}`)
fs.writeFileSync(
  path.join(here, 'src/shared/ui/icons.ts'),
  `// ${head}\nexport const ICON_NAMES = [\n${names.map((n) => `  '${n}',\n`).join('')}] as const\nexport type IconName = (typeof ICON_NAMES)[number]\n`,
)

if (process.argv.includes('--png')) {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
  const out = path.join(here, 'src/assets/tabs')
  fs.mkdirSync(out, { recursive: true })
  for (const [tab, icon] of Object.entries(TABS)) {
    for (const [suffix, look] of [
      ['', { stroke: '#4E5C69' }],
      ['-on', { stroke: '#0B5CAD', width: 2.6, fill: '#E5F0FB' }],
    ]) {
      const image = svg(icon, look).replace(
        '<svg ',
        "<svg width='63' height='63' style='position:absolute;left:9px;top:9px' ",
      )
      await page.setContent(`<body style="margin:0;background:transparent">${image}</body>`)
      const file = path.join(out, `${tab}${suffix}.png`)
      await page.screenshot({ path: file, omitBackground: true })
      // A line in one colour needs no more than its shades: a third of the bytes, in what every phone loads first.
      execFileSync('pngquant', ['--force', '--speed', '1', '--nofs', '16', '--output', file, file])
      execFileSync('optipng', ['-quiet', '-o7', '-strip', 'all', file])
    }
  }
  await browser.close()
}
