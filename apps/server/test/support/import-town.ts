import { createTestApp, type TestApp } from './app.js'
import { type Answer, makeAreas, send, VILLAGE_A, VILLAGE_B } from './records.js'
import { type SignedIn, signIn } from './sign-in.js'

/** A row of the register of persons. */
export const aPerson = (name: string, over: Record<string, unknown> = {}) => ({
  登记日期: '2024-05-06',
  姓名: name,
  性别: '男',
  出生年份: '1985',
  户口和居住: '户口在本村',
  ...(over as Record<string, string>),
})

/** Its cells about the person's first status. */
export const withStatus = {
  从哪天起: '2025年1月6日',
  现在是什么情况: '社区康复',
  人在不在家: '在家',
}

export const aTalkRow = (over: Record<string, string>) => ({
  什么时候: '2026-11-02',
  在哪里: '家里',
  见到本人了吗: '见到了',
  谁去的: '陈书记、林专干',
  ...over,
})

/** Two villages of one town, with those who fill in tables there. */
export async function makeImportTown(): Promise<ImportTown> {
  const test = await createTestApp()
  await makeAreas(test)
  const town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
  const post = (who: SignedIn, url: string, body: unknown = {}) => send(test, who, 'POST', url, body)
  return {
    test,
    town,
    otherTown: await signIn(test, { name: '何副主任', role: 'town-office', areaCode: '441581990' }),
    secretary: await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A }),
    caseWorker: await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A }),
    neighbour: await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B }),
    get: (who, url) => send(test, who, 'GET', url),
    post,
    confirm: (who, { body }) => post(who, `/api/imports/${body.id}/confirm`),
    sql: (text, values = []) => test.database.dataSource.query(text, values),
    personsOf: async (village) =>
      (await send(test, town, 'GET', `/api/persons?areaCode=${village}`)).body.items,
  }
}

type Reply = Promise<{ status: number; body: Answer }>

export type ImportTown = {
  test: TestApp
  secretary: SignedIn
  caseWorker: SignedIn
  neighbour: SignedIn
  town: SignedIn
  otherTown: SignedIn
  get: (who: SignedIn, url: string) => Reply
  post: (who: SignedIn, url: string, body?: unknown) => Reply
  /** Confirms an upload by its answer. */
  confirm: (who: SignedIn, uploaded: { body: Answer }) => Reply
  sql: (text: string, values?: unknown[]) => Promise<Answer>
  personsOf: (village: string) => Promise<Answer>
}
