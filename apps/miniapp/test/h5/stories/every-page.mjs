import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newPerson, signIn } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const VILLAGE = '441581990201'
const NEXT_VILLAGE = '441581990202'
/** A household that has not signed. */
const SIXTH = 6
/** What does not fit at first shows in this size; the smaller ones are looked at after it. */
const LARGEST = 4
const BOOKS = ['persons', 'key', 'venue', 'grid', 'site', 'school', 'activities', 'documents', 'all']
/** How many people look at once. */
const LOOKING = 2
/** How many pages the run names as the ones that took longest. */
const SLOWEST = 5

/** Whose pages hold what the stories of the villages have left behind; everybody else’s hold what those of the offices have. */
const IN_VILLAGES = [null, '许示师', '梁示店', '示范村A 专干']
/** Stands in an address for what this town does not have. */
const NOWHERE = 'nowhere'

export const everyPageOfVillages = (world) => everyPage(world, (who) => IN_VILLAGES.includes(who))
export const everyOtherPage = (world) => everyPage(world, (who) => !IN_VILLAGES.includes(who))

/** Every page that has an address, in every text size: readable, tappable, and without a name where lists are. */
function everyPage(world, isHere) {
  it('every page holds in every text size', async (t) => {
    const { names, roles } = await pagesOf(world.api)
    // Whoever has most to look at begins, so that all end together.
    const visits = roles
      .filter(({ who }) => isHere(who))
      .sort((one, other) => other.urls.length - one.urls.length)
    const pages = visits.reduce((sum, { urls }) => sum + urls.length, 0)
    assert.deepEqual(
      visits.flatMap(({ urls }) => urls).filter((url) => url.includes(NOWHERE)),
      [],
    )
    const faults = []
    const seconds = new Map()
    const look = async () => {
      for (let visit = visits.shift(); visit; visit = visits.shift())
        faults.push(...(await faultsOnVisit(world, visit, names, seconds)))
    }
    await Promise.all(Array.from({ length: LOOKING }, look))
    const findings = faults.filter((fault) => fault.includes(': axe ')).length
    t.diagnostic(
      `figure: serious axe findings ${findings} on ${pages} pages in the smallest and the largest type`,
    )
    const slowest = [...seconds].sort(([, one], [, other]) => other - one).slice(0, SLOWEST)
    t.diagnostic(
      `figure: slowest pages ${slowest.map(([url, took]) => `${url} ${took.toFixed(1)} s`).join(', ')}`,
    )
    assert.deepEqual(faults, [])
  })
}

async function faultsOnVisit(world, { who, urls }, names, seconds) {
  const person = await newPerson(world.browser, world.base, { textSize: LARGEST, still: true })
  if (who) await signIn(person, who)
  const faults = []
  for (const url of urls) {
    const began = performance.now()
    await open(person, url)
    faults.push(...(await inspectInAllSizes(person.page, `${who ?? '未登录'} ${url}`)))
    const text = await person.page.evaluate(() => document.body.textContent)
    if (names.some((name) => text.includes(name))) faults.push(`${who} ${url}: a person’s name`)
    seconds.set(`${who ?? '未登录'} ${url}`, (performance.now() - began) / 1000)
  }
  faults.push(...person.errors.map((error) => `${who}: ${error}`))
  await person.close()
  return faults
}

/** The page is there when a root of its own is, not when the address has changed; one of the tabs may have been before. */
async function open(person, url) {
  const { page } = person
  const [path] = url.split('?')
  const before = path.startsWith('pages/') ? [] : await rootsOf(page)
  await person.goTo(`/#/${url}`)
  await page.waitForFunction(
    ([id, known]) => {
      const roots = [...document.querySelectorAll('.taro_page')].filter((one) => one.id.includes(id))
      return roots.some(
        (one) => !known.includes(one.id) && one.querySelector('.dfv-page')?.offsetParent != null,
      )
    },
    [path, before],
  )
}

const rootsOf = (page) =>
  page.evaluate(() => Array.from(document.querySelectorAll('.taro_page'), ({ id }) => id))

/** Who can reach what, with the addresses of things that exist. */
async function pagesOf(api) {
  const town = await api.as('王示镇')
  const secretary = await api.as('陈示书')
  const { items: persons } = await town.get(`/persons?areaCode=${VILLAGE}`)
  const places = []
  for (const type of ['venue', 'grid', 'site', 'school'])
    places.push(...(await town.get(`/places?type=${type}&areaCode=${VILLAGE}`)).items.slice(0, 1))
  const { items: records } = await town.get(`/records?subjectId=${persons[0].id}`)
  const { items: pledges } = await secretary.get('/pledges')
  const { items: venues } = await town.get(`/places?type=venue&areaCode=${VILLAGE}`)
  const teacher = await api.as('许示师')
  const { items: classes } = await teacher.get('/classes')
  const manager = await api.as('梁示店')
  const { problems } = await manager.get('/own-venue')
  const { open: duties } = await town.get(`/villages/${VILLAGE}/obligations`)
  const { items: waiting } = await town.get('/reviews')
  const { items: samples } = await town.get(`/samples?areaCode=${VILLAGE}`)
  const sample = samples[0] ? await town.get(`/samples/${samples[0].id}`) : { id: NOWHERE, numbers: [] }
  const number = sample.numbers.find(({ state }) => state === 'open')?.number ?? NOWHERE
  const orders = (await town.get(`/orders?under=${VILLAGE}&state=ended`)).items.slice(0, 1)
  const names = []
  for (const { id } of persons.slice(0, 12))
    names.push((await town.post(`/persons/${id}/reveal`, { purpose: 'verify' })).name)
  const tabs = ['home', 'work', 'check', 'me'].map((tab) => `pages/${tab}/index`)
  const own = ['inbox', 'reminders', 'text-size'].map((name) => `packages-me/${name}/index`)
  const roles = [
    {
      who: null,
      urls: [
        ...tabs,
        'packages-account/sign-in/index',
        'packages-account/privacy/index',
        'packages-quiz/start/index',
        'packages-quiz/practice/index',
        'packages-quiz/paper/index',
        'packages-quiz/result/index',
        'packages-quiz/study/index',
        'packages-quiz/mistakes/index',
        `packages-public/village/index?area=${VILLAGE}`,
        `packages-public/plaque/index?area=${VILLAGE}`,
        'packages-public/verify/index',
        'packages-public/verify/index?code=0000-0000-0000-0000',
        'packages-public/help/index',
        'packages-pledge/list/index',
        'packages-pledge/household/index',
        'packages-me/letters/index',
        'packages-class/join/index',
        'packages-venue/answer/index',
      ],
    },
    {
      who: '许示师',
      urls: [...tabs, ...own, 'packages-class/open/index', `packages-class/board/index?id=${classes[0].id}`],
    },
    {
      who: '梁示店',
      urls: [
        ...tabs,
        ...own,
        'packages-venue/staff/index',
        `packages-venue/fix/index?problem=${problems[0]?.id ?? ''}`,
      ],
    },
    {
      who: '示范村A 专干',
      urls: [
        ...tabs,
        ...own,
        'packages-me/reveals/index',
        'packages-me/my-data/index',
        'packages-me/letters/index',
        `packages-record/form/index?kind=talk&subject=${persons[0].id}`,
        'packages-record/form/index?kind=publicity-activity',
        'packages-record/form/index?kind=urine-test',
        'packages-record/choose/index',
        'packages-record/form/index?kind=venue',
        `packages-record/form/index?kind=venue-inspection&subject=${venues[0].id}`,
        'packages-record/form/index?kind=leading-group',
        'packages-record/register/index',
        'packages-record/form/index?kind=venue',
        'packages-record/form/index?kind=patrol',
        'packages-register/transfers/index',
        ...places.map(({ id }) => `packages-register/place/index?id=${id}`),
        `packages-record/detail/index?id=${records[0].id}`,
        'packages-record/outbox/index',
        'packages-record/hand-in/index',
        'packages-record/merge/index',
        `packages-register/person/index?id=${persons[0].id}`,
        `packages-register/place/index?id=${venues[0].id}`,
        ...BOOKS.map((book) => `packages-register/list/index?register=${book}`),
        'packages-register/transfers/index',
        ...['S2', 'S4', 'S7'].map((id) => `packages-score/standard/index?id=${id}`),
        'packages-score/evidence/index?part=S2.talks',
        'packages-score/gap/index',
        `packages-score/why/index?duty=${encodeURIComponent(duties[0].id)}`,
        `packages-town/arrange/index?area=${VILLAGE}&duty=${encodeURIComponent(duties[0].id)}&kind=${duties[0].kind}`,
        'packages-account/role/index',
        'packages-intake/beginning/index',
        'packages-intake/tables/index?sheet=talks',
      ],
    },
    {
      who: '示范村A 村书记',
      urls: [
        ...tabs,
        'packages-pledge/list/index',
        `packages-pledge/read/index?id=${pledges[0].id}`,
        `packages-pledge/receipt/index?id=${pledges[0].id}`,
        'packages-pledge/office/index',
        'packages-overview/orders/index',
        ...orders.map(({ id }) => `packages-overview/order/index?id=${id}`),
        'packages-year/village/index',
        'packages-year/experience/index',
        `packages-pledge/households/index?area=${VILLAGE}`,
      ],
    },
    {
      // Where a story has numbered a handful of households: a page of two hundred slips says nothing more.
      who: '示范村B 村书记',
      urls: [
        `packages-pledge/slips/index?area=${NEXT_VILLAGE}`,
        `packages-pledge/household/index?area=${NEXT_VILLAGE}&number=${SIXTH}`,
      ],
    },
    {
      who: '赵示市',
      urls: [
        ...tabs,
        'packages-desk/policies/index',
        'packages-desk/policy-edit/index',
        'packages-desk/dictionaries/index',
        'packages-desk/status/index',
      ],
    },
    {
      who: '宋示维',
      urls: [...tabs, 'packages-desk/status/index'],
    },
    {
      who: '郭示考',
      urls: [...tabs, 'packages-town/plaque/index?area=441581990206', 'packages-year/list/index'],
    },
    {
      who: '示范镇 镇禁毒办',
      urls: [
        ...tabs,
        ...own,
        'packages-pledge/office/index',
        'packages-pledge/wordings/index',
        `packages-town/village/index?area=${VILLAGE}`,
        `packages-town/standard/index?area=${VILLAGE}&id=S2`,
        `packages-town/ledger/index?area=${VILLAGE}`,
        'packages-intake/villages/index',
        `packages-intake/beginning/index?area=${VILLAGE}`,
        `packages-intake/tables/index?area=${VILLAGE}&sheet=persons`,
        'packages-intake/hand-ins/index',
        'packages-intake/questions/index',
        'packages-bank/list/index',
        'packages-bank/item/index?id=q001',
        'packages-bank/edit/index',
        'packages-bank/edit/index?id=q001',
        `packages-record/judge/index?id=${waiting[0].id}`,
        'packages-awareness/report/index?area=441581990',
        `packages-awareness/report/index?area=${VILLAGE}`,
        `packages-awareness/draw/index?area=${VILLAGE}`,
        `packages-awareness/sample/index?id=${sample.id}`,
        `packages-awareness/slips/index?id=${sample.id}`,
        `packages-awareness/visit/index?id=${sample.id}&number=${number}`,
        `packages-awareness/surveys/index?area=${VILLAGE}`,
        'packages-overview/moves/index',
        'packages-overview/late/index',
        'packages-overview/map/index',
        'packages-overview/orders/index',
        ...orders.map(({ id }) => `packages-overview/order/index?id=${id}`),
        `packages-overview/issue/index?area=${VILLAGE}`,
        'packages-town/duties/index',
        'packages-desk/brief/index',
        'packages-town/accounts/index',
        'packages-town/appoint/index',
        'packages-town/letters/index',
        `packages-town/plaque/index?area=${VILLAGE}`,
        'packages-year/list/index',
        `packages-year/village/index?area=${VILLAGE}`,
        'packages-account/scan/index?t=00000000-0000-7000-8000-000000000000',
      ],
    },
  ]
  return { names, roles }
}
