import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { unpackArchive } from '../src/modules/assessment/replay/unpack-archive.js'
import { ExportJobs } from '../src/modules/exports/export-jobs.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { AssessmentTown, TOWN, YEAR } from './support/assessment-town.js'
import { aPhoto, aScan, complete, declare, look, upload } from './support/photos.js'
import { type Answer, anActivity, putRecord, send, VILLAGE_A } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const PAPER = { title: '2026年领导小组文件', number: '村委〔2026〕1号', keptAt: '村委会档案柜' }
const of = (id: string) => `/api/villages/${VILLAGE_A}/assessments/${YEAR}/photos/${id}`

describe('paper evidence of a self-assessment, photographed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dfv-papers-'))
  let year: AssessmentTown
  let police: SignedIn
  const [page, scan, lost] = [uuidv7(), uuidv7(), uuidv7()]

  beforeAll(async () => {
    year = await AssessmentTown.create({ DATA_DIR: folder })
    police = await signIn(year.test, { name: '派出所', role: 'police', areaCode: TOWN })
    await year.work()
    await year.open()
  })
  afterAll(async () => {
    await year.close()
    rmSync(folder, { recursive: true })
  })

  const claimWith = async (photos: string[]) =>
    year.claim([{ item: 'A1.group', points: 400, papers: [{ ...PAPER, photos }] }], await year.revision())
  const see = (who: SignedIn, id: string, query = '') =>
    year.test.app.inject({ method: 'GET', url: `${of(id)}${query}`, headers: who.headers })
  const rows = (sql: string, values: unknown[] = []) => year.test.database.dataSource.query(sql, values)

  it('asks nobody for a photo, and takes one only when a paper names it', async () => {
    expect(
      (await year.claim([{ item: 'A1.group', points: 400, papers: [PAPER] }], 0)).body.items[0],
    ).toMatchObject({
      claim: { papers: [{ ...PAPER, photos: [] }] },
    })
    expect((await declare(year.test, year.secretary, page, await aPhoto())).status).toBe(404)
    const named = await claimWith([page, scan, lost])
    expect(named.status).toBe(200)
    expect(named.body.items[0].claim.papers[0].photos).toEqual([page, scan, lost])
    expect(named.body.photos.map(({ state }: Answer) => state)).toEqual(['awaited', 'awaited', 'awaited'])
    expect((await see(year.secretary, page)).statusCode).toBe(404)
  })

  it('keeps the picture without place and time of the shot, and a scan of several pages', async () => {
    expect((await upload(year.test, year.secretary, page, await aPhoto())).body.state).toBe('stored')
    expect((await upload(year.test, year.secretary, scan, aScan(await aPhoto()))).body.state).toBe('stored')
    const picture = await see(year.secretary, page)
    expect(picture.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-cache',
    })
    expect((await sharp(picture.rawPayload).metadata()).exif).toBeUndefined()
    const thumb = await sharp((await see(year.secretary, page, '?size=thumb')).rawPayload).metadata()
    expect(Math.max(thumb.width, thumb.height)).toBe(320)
    expect((await see(year.secretary, scan)).headers['content-type']).toBe('application/pdf')
    const { photos } = (await year.get(year.secretary)).body
    expect(photos.map(({ id, state }: Answer) => [id, state])).toEqual([
      [page, 'stored'],
      [scan, 'stored'],
      [lost, 'awaited'],
    ])
  })

  it('is read by whoever may read the village’s year, through the year alone', async () => {
    for (const who of [year.town, year.otherTown, year.assessor, year.county, police])
      expect((await see(who, page)).statusCode).toBe(200)
    expect((await see(year.neighbour, page)).statusCode).toBe(404)
    // Not as a record's; nor a record's photo as a year's, nor of another year.
    expect((await look(year.test, year.town, page)).status).toBe(404)
    const photo = uuidv7()
    await putRecord(year.test, year.secretary, uuidv7(), anActivity({ payload: { photos: [photo] } }))
    await upload(year.test, year.secretary, photo, await aPhoto())
    expect((await see(year.town, photo)).statusCode).toBe(404)
    expect((await send(year.test, year.town, 'GET', of(page).replace('/2026/', '/2025/'))).status).toBe(404)
  })

  it('is sent by whoever named it, and an id that is taken names nothing else', async () => {
    expect((await declare(year.test, year.town, lost, await aPhoto())).status).toBe(404)
    const photo = uuidv7()
    await putRecord(year.test, year.secretary, uuidv7(), anActivity({ payload: { photos: [photo] } }))
    expect((await claimWith([page, scan, lost, photo])).body.code).toBe('ATTACHMENT_CONFLICT')
    expect((await year.get(year.secretary)).body.items[0].claim.papers[0].photos).toHaveLength(3)
  })

  it('forgets a photo that was taken out before anybody was handed it, and keeps what was handed in', async () => {
    const slip = uuidv7()
    await claimWith([page, scan, lost, slip])
    await upload(year.test, year.secretary, slip, await aPhoto())
    await claimWith([page, scan, lost])
    expect((await see(year.secretary, slip)).statusCode).toBe(404)
    expect(await rows('SELECT id FROM attachment WHERE id = ?', [slip])).toEqual([])
    expect((await complete(year.test, year.secretary, slip)).status).toBe(404)
    await year.act(year.secretary, 'submission')
    await year.act(year.town, 'review', { outcome: 'returned', reason: '材料缺一页，请补照片。' })
    await claimWith([page, lost])
    expect((await see(year.town, scan)).statusCode).toBe(200)
    await claimWith([page, scan, lost])
  })

  it('stands in the archive of the frozen year with its line in the index; what never came says so', async () => {
    await year.act(year.secretary, 'submission')
    expect((await year.act(year.town, 'review', { outcome: 'endorsed' })).body.state).toBe('frozen')
    const asked = {
      form: 'year-archive',
      areaCode: VILLAGE_A,
      from: '2026-01-01',
      to: '2026-12-31',
      format: 'zip',
    }
    const { body } = await send(year.test, year.town, 'POST', '/api/exports', asked)
    await year.test.app.get(JobRunner).drain()
    await year.test.app.get(ExportJobs, { strict: false }).idle()
    const file = path.join(folder, 'archive.zip')
    const { rawPayload } = await year.test.app.inject({
      method: 'GET',
      url: `/api/exports/${body.id}/file`,
      headers: year.town.headers,
    })
    writeFileSync(file, rawPayload)
    const archive = await unpackArchive(file, path.join(folder, 'archive'))
    expect(archive.faults).toEqual([])
    const names = ['1.jpg', '2.pdf', '3.txt'].map((name) => `07-自评的纸质材料/领导小组-材料1-${name}`)
    expect(archive.files.filter((name) => name.startsWith('07-'))).toEqual(names)
    const held = await contents(file, [...names, 'index.json'])
    const index = JSON.parse(String(held.get('index.json')))
    expect(index.files.find((line: Answer) => line.path === names[0])).toMatchObject({
      about: '自评“领导小组”的纸质材料：2026年领导小组文件',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(held.get(String(names[0]))).toEqual((await see(year.town, page)).rawPayload)
    expect(String(held.get(String(names[2])))).toContain('还没有传到')
  })
})

/** Some files of a zip. */
async function contents(file: string, names: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(file)
  const found = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    if (names.includes(entry.fileName))
      found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return found
}
