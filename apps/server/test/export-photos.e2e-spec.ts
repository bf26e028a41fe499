import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BlobStore } from '../src/platform/storage/blob-store.js'
import { createTestApp, type TestApp } from './support/app.js'
import { officeText, unzip } from './support/document-text.js'
import { insertRecords } from './support/ledger-rows.js'
import { makeAreas, send, VILLAGE_A } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

describe('photos in the activity ledger', () => {
  let test: TestApp
  let who: SignedIn
  const get = async (format: string): Promise<Buffer> => {
    const { body } = await send(test, who, 'POST', '/api/exports', {
      form: 'activity-ledger',
      areaCode: VILLAGE_A,
      from: '2026-01-01',
      to: '2026-12-31',
      format,
    })
    const url = `/api/exports/${body.id}/file`
    return (await test.app.inject({ method: 'GET', url, headers: who.headers })).rawPayload
  }

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    who = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    const ids = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
    await insertRecords(test, 'publicity-activity', [
      { occurredOn: '2026-03-02', form: 'lecture', place: '广场', attendance: 30, photos: ids },
    ])
    const tx = test.database.dataSource
    const [record] = await tx.query('SELECT id FROM record')
    for (const [at, id] of ids.entries()) {
      const picture = {
        width: 320,
        height: 240,
        channels: 3 as const,
        background: { r: 40 * at, g: 90, b: 120 },
      }
      const hash = await test.app.get(BlobStore).put(await sharp({ create: picture }).jpeg().toBuffer())
      await tx.query(
        `INSERT INTO attachment (id, area_code, record_id, subject_id, is_sealed, account_id, state, changed_at, mime, width, height, blob_hash, thumb_hash)
         VALUES (?, ?, ?, ?, ?, ?, 'stored', ?, 'image/jpeg', 320, 240, ?, ?)`,
        // One of them was sealed for a person: it is nobody's here.
        [id, VILLAGE_A, record.id, VILLAGE_A, at === 0 ? 1 : 0, who.accountId, test.clock.now(), hash, hash],
      )
    }
  })

  afterAll(() => test.close())

  it('are shown below the row in Word, and all are counted', async () => {
    const file = await get('docx')
    expect([...unzip(file).keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(3)
    expect(officeText(file)).toContain('4张')
  })

  it('are shown below the row in a PDF', async () => {
    const file = (await get('pdf')).toString('latin1')
    expect(file.match(/\/Subtype \/Image/g)).toHaveLength(3)
  })

  it('are counted, not shown, in a worksheet', async () => {
    const file = await get('xlsx')
    expect([...unzip(file).keys()].filter((name) => name.includes('media'))).toEqual([])
    expect(officeText(file)).toContain('4张')
  })
})
