import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayArchive } from '../src/modules/assessment/replay/replay-archive.js'
import { unpackArchive } from '../src/modules/assessment/replay/unpack-archive.js'
import { ExportJobs } from '../src/modules/exports/export-jobs.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { AssessmentTown } from './support/assessment-town.js'
import { type Answer, send, VILLAGE_A } from './support/records.js'
import type { SignedIn } from './support/sign-in.js'

const FROZEN = '06-冻结/第1版/'

describe('the archive of a year', () => {
  let year: AssessmentTown
  let folder: string

  beforeAll(async () => {
    year = await AssessmentTown.create()
    folder = mkdtempSync(path.join(tmpdir(), 'year-archive-'))
    await year.work()
    await year.open()
    await year.claim([{ item: 'A1.group', points: 400, note: '领导小组文件在村委会档案柜。', papers: [] }], 0)
    await year.act(year.secretary, 'submission')
    await year.act(year.town, 'review', { outcome: 'endorsed' })
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await year.close()
  })

  const ask = (who: SignedIn, form: string, format: string): Promise<Answer> =>
    send(year.test, who, 'POST', '/api/exports', {
      form,
      areaCode: VILLAGE_A,
      from: '2026-01-01',
      to: '2026-12-31',
      format,
    })
  const fetchFile = (who: SignedIn, id: string) =>
    year.test.app.inject({ method: 'GET', url: `/api/exports/${id}/file`, headers: who.headers })
  /** Asks, lets the jobs work, and unpacks what was made. */
  const archiveOf = async (who: SignedIn, name: string) => {
    const { body } = await ask(who, 'year-archive', 'zip')
    expect(body.state).toBe('waiting')
    await year.test.app.get(JobRunner).drain()
    await year.test.app.get(ExportJobs, { strict: false }).idle()
    const { statusCode, rawPayload, headers } = await fetchFile(who, body.id)
    expect({ statusCode, type: headers['content-type'] }).toEqual({
      statusCode: 200,
      type: 'application/zip',
    })
    const file = path.join(folder, `${name}.zip`)
    writeFileSync(file, rawPayload)
    return { file, archive: await unpackArchive(file, path.join(folder, name)) }
  }

  it('holds report, forms, ledgers, history and what was frozen, each as its index says', async () => {
    const { archive } = await archiveOf(year.town, 'town')
    expect(archive.faults).toEqual([])
    expect(archive.files).toEqual(
      expect.arrayContaining([
        '00-怎么看.txt',
        '00-目录.pdf',
        '01-年度自评报告.docx',
        '01-年度自评报告.pdf',
        '02-年度考核经过.pdf',
        '03-表格/档案目录.pdf',
        '04-台账/宣传活动.xlsx',
        ...['snapshot.json', 'scorecard.json', 'points.json', 'assess.mjs'].map((name) => `${FROZEN}${name}`),
      ]),
    )
  })

  it('is judged again from the archive alone, to the byte, and an altered one is found out', async () => {
    const { archive } = await archiveOf(year.town, 'replay')
    expect(await replayArchive(archive, true)).toEqual([
      { folder: FROZEN.slice(0, -1), isSame: true, changes: [] },
    ])
    const scorecard = path.join(archive.root, FROZEN, 'scorecard.json')
    writeFileSync(scorecard, readFileSync(scorecard, 'utf8').replace('"notMet"', '"met"'))
    const [altered] = await replayArchive(archive, true)
    expect(altered).toMatchObject({ isSame: false, reason: expect.stringContaining('scorecard.json') })
    expect(altered?.changes.length).toBeGreaterThan(0)
  })

  it('gives the frozen ledger to the town office alone; a village gets the judgement', async () => {
    const { archive } = await archiveOf(year.secretary, 'village')
    expect(archive.files.filter((name) => name.startsWith(FROZEN)).sort()).toEqual([
      `${FROZEN}points.json`,
      `${FROZEN}scorecard.json`,
    ])
    expect(await replayArchive(archive, false)).toEqual([])
  })

  it('writes the report as Word and PDF, at once', async () => {
    for (const format of ['docx', 'pdf']) {
      const { body } = await ask(year.secretary, 'year-report', format)
      expect(body).toMatchObject({ state: 'instant', title: '年度自评报告' })
      const { statusCode, rawPayload } = await fetchFile(year.secretary, body.id)
      expect(statusCode).toBe(200)
      expect(rawPayload.length).toBeGreaterThan(5_000)
    }
  })
})
