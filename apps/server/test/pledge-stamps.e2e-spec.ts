import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { evidenceIn, pagesCheck } from '../src/modules/pledges/evidence/evidence-file.js'
import { verifyEvidence } from '../src/modules/pledges/evidence/verify-evidence.js'
import { PledgeProof } from '../src/modules/pledges/pledge-proof.js'
import { PledgeSealJobs } from '../src/modules/pledges/pledge-seal.jobs.js'
import type {
  PledgeCheck,
  PledgeList,
  PledgeOut,
  PledgeReceipt,
  SealKeys,
} from '../src/modules/pledges/pledges.dto.js'
import { certificatesOf } from '../src/platform/time-stamp/time-stamps.js'
import { createTestApp, type TestApp } from './support/app.js'
import { handwriting } from './support/handwriting.js'
import { buildServer } from './support/server-process.js'
import { type SignedIn, signIn } from './support/sign-in.js'
import { type Authority, startAuthority } from './support/time-stamping-authority.js'

const TOWN = '441581990'
const A = '441581990201'

describe('pledges with a time-stamping authority (RFC 3161)', () => {
  let authority: Authority
  let test: TestApp
  let secretary: SignedIn
  let pledge: PledgeOut
  let receipt: PledgeReceipt

  beforeAll(async () => {
    authority = await startAuthority(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'])
    test = await createTestApp({ TSA_URL: authority.url, TSA_CA_FILE: authority.caFile })
    const tx = test.database.dataSource.manager
    const areas = test.app.get(AreasService)
    await areas.upsert(tx, { code: TOWN, name: '示范镇', isDemo: true })
    await areas.upsert(tx, { code: A, name: '示范村A', isDemo: true })
    const office = await signIn(test, { name: '镇办人', role: 'town-office', areaCode: TOWN })
    secretary = await signIn(test, { name: '陈演书', role: 'village-secretary', areaCode: A })
    const { headers } = office
    const campaign = { areaCode: TOWN, year: 2026 }
    await test.app.inject({ method: 'POST', url: '/api/pledges/campaigns', payload: campaign, headers })
    const [head] = (await get<PledgeList>('/api/pledges', secretary)).items
    pledge = await get<PledgeOut>(`/api/pledges/${head!.id}`, secretary)
    authority.down = true
    const response = await test.app.inject({
      method: 'PUT',
      url: `/api/pledges/${pledge.id}/signature`,
      headers: secretary.headers,
      payload: { signatureId: uuidv7(), textHash: pledge.textHash, readThrough: true, stroke: handwriting() },
    })
    receipt = response.json<PledgeReceipt>()
  })
  afterAll(() => Promise.all([test.close(), authority.close()]))

  const get = async <T>(url: string, person?: SignedIn): Promise<T> =>
    (await test.app.inject({ method: 'GET', url, headers: person?.headers })).json<T>()
  const check = () => get<PledgeCheck>(`/api/public/pledges/${receipt.verifyCode}`)
  const print = async () => {
    const url = `/api/pledges/${pledge.id}/pdf`
    const bytes = (await test.app.inject({ method: 'GET', url, headers: secretary.headers })).rawPayload
    const keys = (await get<SealKeys>('/api/public/seal-keys')).items.map(({ publicKey }) => publicKey)
    const file = evidenceIn(bytes)
    const checks = verifyEvidence(file.evidence, keys, certificatesOf(authority.caFile))
    return [...checks, await pagesCheck(bytes, file)]
  }
  const stamp = () => test.app.get(PledgeSealJobs).stampDue()

  it('are sealed while the authority is down, and show that the stamp is still to come', async () => {
    await expect(stamp()).rejects.toThrow('503')
    expect(receipt).toMatchObject({ state: 'sealed', timestamp: 'pending' })
    expect(await check()).toMatchObject({ state: 'valid', timestamp: 'pending' })
    expect((await print()).find(({ part }) => part === 'timestamp')).toMatchObject({ result: 'open' })
  })

  it('are stamped when it answers again, once, and it can be checked without the server', async () => {
    authority.down = false
    await stamp()
    const found = await check()
    expect(found).toMatchObject({ state: 'valid', timestamp: 'present', stampedBy: '示范时间戳机构' })
    expect(found.stampedAt).toBeDefined()
    const checks = await print()
    expect(checks.filter(({ result }) => result !== 'holds')).toEqual([])
    expect(checks.find(({ part }) => part === 'timestamp')?.says).toContain('示范时间戳机构')
    expect(await test.app.get(PledgeProof).run()).toEqual({ seals: 1 })
    const [before] = await test.database.dataSource.query('SELECT timestamp_token FROM pledge_seal')
    await stamp()
    expect(await test.database.dataSource.query('SELECT timestamp_token FROM pledge_seal')).toEqual([before])
  })

  it('are checked by the command, with no server and no database, and what was changed is named', async () => {
    buildServer()
    const folder = mkdtempSync(path.join(tmpdir(), 'verify-'))
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(path.join(folder, name), content)
      return path.join(folder, name)
    }
    const verify = (...args: string[]) => {
      const command = [path.resolve(__dirname, '../dist/cli/verify-pledge.js'), ...args]
      const { status, stdout } = spawnSync(process.execPath, command, { env: {}, encoding: 'utf8' })
      return { status, stdout }
    }
    try {
      const url = `/api/pledges/${pledge.id}/pdf`
      const { rawPayload } = await test.app.inject({ method: 'GET', url, headers: secretary.headers })
      const keys = file('keys.json', JSON.stringify(await get<SealKeys>('/api/public/seal-keys')))
      const evidence = await get<{ text: string }>(`/api/pledges/${pledge.id}/evidence`, secretary)
      const whole = verify(file('pledge.pdf', rawPayload), '--key', keys, '--tsa-ca', authority.caFile)
      expect(whole).toMatchObject({ status: 0, stdout: expect.stringContaining('结论：没有发现改动') })
      expect(whole.stdout).not.toMatch(/\[改过\]|\[注意\]/)
      const forged = { ...evidence, text: evidence.text.replace('陈演书', '李演书') }
      const changed = verify(file('forged.json', JSON.stringify(forged)), '--key', keys)
      expect(changed).toMatchObject({ status: 1, stdout: expect.stringContaining('[改过] 全文被改过') })
      expect(verify(file('none.pdf', '%PDF-1.3'), '--json')).toMatchObject({ status: 1 })
      expect(verify('--key', '没有这样的公钥', 'x.pdf')).toMatchObject({ status: 2 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('show that the stamp was changed', async () => {
    const query = (sql: string, values: unknown[]) => test.database.dataSource.query(sql, values)
    const [{ token }] = await query('SELECT timestamp_token AS token FROM pledge_seal', [])
    const changed = Buffer.from(token)
    changed[changed.length - 1]! ^= 1
    await query('UPDATE pledge_seal SET timestamp_token = ?', [changed])
    expect(await check()).toMatchObject({ valid: false, state: 'altered' })
    expect((await print()).find(({ part }) => part === 'timestamp')).toMatchObject({ result: 'changed' })
    expect(await test.app.get(PledgeProof).run()).toMatchObject({ fault: { kind: 'broken', seq: 1 } })
  })
})
