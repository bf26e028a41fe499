import Taro from '@tarojs/taro'
import { common, errors } from '@/shared/copy'
import { currentViewer } from '@/shared/session'

/** Every way through the app. Pages call these; no page writes a path. */
type Params = Record<string, string | number | undefined>

const TABS = {
  home: '/pages/home/index',
  work: '/pages/work/index',
  check: '/pages/check/index',
  me: '/pages/me/index',
}
export type TabName = keyof typeof TABS

function url(path: string, params: Params = {}): string {
  const pairs = Object.entries(params).filter(([, value]) => value !== undefined && value !== '')
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return query === '' ? path : `${path}?${query}`
}

/** A desk that shows pages beside its list. It says which it takes; the others open as ever. */
export type PaneHost = {
  show(path: string, params: Record<string, string>, how: 'open' | 'replace'): boolean
  /** @returns false when there is nothing to go back to */
  back(): boolean
}
let host: PaneHost | null = null
/** The desk on screen; null: none. */
export const hostPanes = (desk: PaneHost | null): void => {
  host = desk
}
function strings(params: Params = {}): Record<string, string> {
  const pairs = Object.entries(params).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]))
}

// WeChat keeps at most ten pages on the stack; beyond it a page replaces the one below.
const MOST_PAGES = 9
function open(path: string, params?: Params): void {
  if (host?.show(path, strings(params), 'open')) return
  const target = { url: url(path, params) }
  const going =
    Taro.getCurrentPages().length >= MOST_PAGES ? Taro.redirectTo(target) : Taro.navigateTo(target)
  Promise.resolve(going).catch(() => undefined)
}
const replace = (path: string, params?: Params) => {
  if (host?.show(path, strings(params), 'replace')) return
  Promise.resolve(Taro.redirectTo({ url: url(path, params) })).catch(() => undefined)
}

export const toTab = (tab: TabName) => {
  Promise.resolve(Taro.switchTab({ url: TABS[tab] })).catch(() => undefined)
}
/** Back one page; from a page opened directly, home. */
export const goBack = () => {
  if (host?.back()) return
  if (Taro.getCurrentPages().length > 1) Promise.resolve(Taro.navigateBack()).catch(() => undefined)
  else toTab('home')
}

/** The page that was asked for could not be fetched: the one that is shown stays, and where there is none, it is asked for again. */
export async function tellMissingPage(): Promise<void> {
  const stays = Taro.getCurrentPages().length > 0
  // The address has gone ahead of the page.
  if (stays) window.history.back()
  await Taro.showModal({
    content: errors.offlineNothingStored,
    showCancel: false,
    confirmColor: '#0B5CAD',
    confirmText: stays ? common.understood : common.retry,
  })
  if (!stays) window.location.reload()
}

/** Signs in and comes back to the page that asked. */
export const toSignInAndBack = () => open('/packages-account/sign-in/index', { back: '1' })
export const toSignIn = () => open('/packages-account/sign-in/index')
export const toRoleChoice = () => open('/packages-account/role/index')
export const toPrivacy = () => open('/packages-account/privacy/index')
export const toScanApproval = (ticketId: string) => open('/packages-account/scan/index', { t: ticketId })

/** Above the village, pages about one say in their address which: opened again, they show the same. */
function inVillage(areaCode?: string): { area?: string } {
  const { visitor, villageCode } = currentViewer()
  const area = areaCode ?? villageCode
  return visitor && area ? { area } : {}
}

export type FormTarget = {
  kind: string
  /** The village, where it may be another one than that on screen. */
  areaCode?: string
  subjectId?: string
  dutyId?: string
  period?: string
  /** The village a person comes from, for the record that takes him over. */
  fromArea?: string
  /** Goes on with this draft or returned record. */
  entry?: string
  /** Corrects this record. */
  corrects?: string
}
const formParams = (to: FormTarget) => ({
  kind: to.kind,
  subject: to.subjectId,
  duty: to.dutyId,
  period: to.period,
  from: to.fromArea,
  entry: to.entry,
  corrects: to.corrects,
  ...inVillage(to.areaCode),
})
export const toRecordForm = (to: FormTarget) => open('/packages-record/form/index', formParams(to))
/** The form, its review and its receipt take each other's place: back leads to where the form was opened. */
export const replaceWithForm = (to: FormTarget) => replace('/packages-record/form/index', formParams(to))
export const toReview = (entryKey: string) =>
  replace('/packages-record/review/index', { entry: entryKey, ...inVillage() })
export const replaceWithReceipt = (entryKey: string) =>
  replace('/packages-record/receipt/index', { entry: entryKey })
export const toReceipt = (entryKey: string) => open('/packages-record/receipt/index', { entry: entryKey })
/** Everything one may record, in groups. `about` keeps to what is about one person or place. */
export const toChoose = (about?: { subjectId: string }) =>
  open('/packages-record/choose/index', { subject: about?.subjectId, ...inVillage() })
export const toRegisterPerson = () => open('/packages-record/register/index', inVillage())
/** Corrects a registration; it takes an identity, so it goes on line and not through the outbox. */
export const toRegistrationFix = (recordId: string) =>
  open('/packages-record/register/index', { corrects: recordId, ...inVillage() })
/** `about` is the code of the one it is about, for readers who hold no ledger of that village. */
export const toRecord = (id: string, about?: string) => open('/packages-record/detail/index', { id, about })
/** A record that waits for this person's yes. */
export const toJudge = (id: string) => open('/packages-record/judge/index', { id })
export const toOutbox = () => open('/packages-record/outbox/index')
export const toHandIn = () => open('/packages-record/hand-in/index')
export const toMerge = (entryKey: string) => open('/packages-record/merge/index', { entry: entryKey })

export const toPerson = (id: string, areaCode?: string) =>
  open('/packages-register/person/index', { id, ...inVillage(areaCode) })

export const toPlace = (id: string) => open('/packages-register/place/index', { id, ...inVillage() })
/** One of the books of the village. */
export const toRegister = (register: string) =>
  open('/packages-register/list/index', { register, ...inVillage() })
export const toTransfers = () => open('/packages-register/transfers/index', inVillage())

/** Why a duty is due. */
export const toWhy = (dutyId: string) => open('/packages-score/why/index', { duty: dutyId })
export const toStandard = (id: string) => open('/packages-score/standard/index', { id })
export const toEvidence = (part: string) => open('/packages-score/evidence/index', { part })
export const toGaps = () => open('/packages-score/gap/index')

export const toReveals = () => open('/packages-me/reveals/index')
export const toTextSize = () => open('/packages-me/text-size/index')

export const toQuizStart = () => open('/packages-quiz/start/index')
export const toQuizPaper = () => open('/packages-quiz/paper/index')
export const toQuizResult = () => open('/packages-quiz/result/index')
export const replaceByQuizResult = () => replace('/packages-quiz/result/index')
export const replaceByPractice = () => replace('/packages-quiz/practice/index')

export const toStudy = () => open('/packages-quiz/study/index')
export const toMistakes = () => open('/packages-quiz/mistakes/index')

/** The question bank, for the offices that keep it. */
export const toQuestionBank = () => open('/packages-bank/list/index')
export const toQuestion = (id: string) => open('/packages-bank/item/index', { id })
export const replaceByQuestion = (id: string) => replace('/packages-bank/item/index', { id })
/** Without an id a new question. */
export const toQuestionForm = (id?: string) => open('/packages-bank/edit/index', { id })
export const toQuestionTable = () => open('/packages-intake/questions/index')

export const toClassOpen = () => open('/packages-class/open/index')
export const toClassBoard = (id: string) => open('/packages-class/board/index', { id })
/** The form of a class becomes its board: back leads home. */
export const replaceByClassBoard = (id: string) => replace('/packages-class/board/index', { id })
export const toClassJoin = () => open('/packages-class/join/index')

export const toVenueStaff = () => open('/packages-venue/staff/index')
export const toVenueFix = (problemId: string) => open('/packages-venue/fix/index', { problem: problemId })
/** Where a printed code leads, with its digits filled in. */
export const codeQuizPath = (code: string): string => url('/packages-venue/answer/index', { code })
export const toStaffQuiz = () => open('/packages-venue/answer/index')

export const toVillageNotice = (areaCode: string) =>
  open('/packages-public/village/index', { area: areaCode })
export const toVerify = (code?: string) => open('/packages-public/verify/index', { code })
export const toHelp = () => open('/packages-public/help/index')

export const toPledgeOffice = () => open('/packages-pledge/office/index')
export const toPledgeWordings = () => open('/packages-pledge/wordings/index')
export const toPledges = () => open('/packages-pledge/list/index')
export const toPledge = (id: string) => open('/packages-pledge/read/index', { id })
export const replaceByPledge = (id: string) => replace('/packages-pledge/read/index', { id })
export const toPledgeSign = (id: string) => open('/packages-pledge/sign/index', { id })
export const replaceByPledgeReceipt = (id: string) => replace('/packages-pledge/receipt/index', { id })
export const toPledgeReceipt = (id: string) => open('/packages-pledge/receipt/index', { id })

/** The households of a village, by number. */
export const toHouseholds = (areaCode: string) =>
  open('/packages-pledge/households/index', { area: areaCode })
export const toHouseholdSlips = (areaCode: string) => open('/packages-pledge/slips/index', { area: areaCode })
/** A householder signs on the cadre's phone. */
export const toHouseholdDoor = (areaCode: string, number: number) =>
  open('/packages-pledge/household/index', { area: areaCode, number: String(number) })
/** Where the code on a household's slip leads, with its digits filled in. */
export const householdPledgePath = (code: string): string => url('/packages-pledge/household/index', { code })
export const toHouseholdPledge = () => open('/packages-pledge/household/index')

export const toInbox = () => open('/packages-me/inbox/index')
export const toReadings = (personId: string) => open('/packages-register/readings/index', { id: personId })
export const toMyData = () => open('/packages-me/my-data/index')
export const toLetters = () => open('/packages-me/letters/index')
export const toOfficeLetters = () => open('/packages-town/letters/index')
export const toReminders = () => open('/packages-me/reminders/index')

export const toAwareness = (areaCode: string, year?: number) =>
  open('/packages-awareness/report/index', { area: areaCode, year })
export const toSampleDraw = (areaCode: string) => open('/packages-awareness/draw/index', { area: areaCode })
export const toSample = (id: string) => open('/packages-awareness/sample/index', { id })
export const replaceBySample = (id: string) => replace('/packages-awareness/sample/index', { id })
export const toSampleSlips = (id: string) => open('/packages-awareness/slips/index', { id })
export const toSampleVisit = (id: string, number: number) =>
  open('/packages-awareness/visit/index', { id, number })
export const toSurveys = (areaCode: string) => open('/packages-awareness/surveys/index', { area: areaCode })

/** The numbers of the rules, for the county's office. */
export const toPolicies = () => open('/packages-desk/policies/index')
export const toPolicyDraft = (id: string) => open('/packages-desk/policy/index', { id })
export const replaceByPolicyDraft = (id: string) => replace('/packages-desk/policy/index', { id })
/** Without an id a new draft. */
export const toPolicyEdit = (id?: string) => open('/packages-desk/policy-edit/index', { id })
export const toDictionaries = () => open('/packages-desk/dictionaries/index')
export const toBrief = (areaCode?: string) => open('/packages-desk/brief/index', { area: areaCode })
export const toStatus = () => open('/packages-desk/status/index')

export const toExports = () => open('/packages-ledger/list/index')
export const toExportAsk = (form: string) => open('/packages-ledger/ask/index', { form })

export const toVillageState = (areaCode: string) => open('/packages-town/village/index', { area: areaCode })
export const toVillageStandard = (areaCode: string, id: string, part?: string) =>
  open('/packages-town/standard/index', { area: areaCode, id, part })
export const toVillageLedger = (areaCode: string) => open('/packages-town/ledger/index', { area: areaCode })
/** How a village's plaque stands, and why. */
export const toPlaque = (areaCode: string) => open('/packages-town/plaque/index', { area: areaCode })
/** How the own area moves: changes, trends, coverage. */
export const toMoves = () => open('/packages-overview/moves/index')
export const toLateWork = () => open('/packages-overview/late/index')
export const toVillageMap = () => open('/packages-overview/map/index')
export const toOrders = () => open('/packages-overview/orders/index')
export const toOrder = (id: string) => open('/packages-overview/order/index', { id })
/** An order issued takes the place of its form. */
export const replaceByOrder = (id: string) => replace('/packages-overview/order/index', { id, issued: 1 })
/** @param about a duty or a part, where it is chosen already */
export const toIssue = (areaCode: string, about?: { kind: 'duty' | 'part'; id: string }) =>
  open('/packages-overview/issue/index', { area: areaCode, kind: about?.kind, about: about?.id })
/** The assessment year: of one village, and of all the villages above whom one works. */
export const toVillageYear = (areaCode: string, year?: number) =>
  open('/packages-year/village/index', { area: areaCode, year })
export const toExperiences = () => open('/packages-year/experience/index')
export const toYears = () => open('/packages-year/list/index')
export const toOwnDuties = () => open('/packages-town/duties/index')
/** Handing a duty to a colleague, or saying why it is not done. */
export const toArrange = ({ areaCode, id, kind }: { areaCode: string; id: string; kind: string }) =>
  open('/packages-town/arrange/index', { area: areaCode, duty: id, kind })
export const toAccounts = () => open('/packages-town/accounts/index')
export const toAppoint = () => open('/packages-town/appoint/index')

/** What a village that has begun still has to bring in, and the tables for it. */
export const toBeginning = (areaCode?: string) =>
  open('/packages-intake/beginning/index', inVillage(areaCode))
export const toBeginnings = () => open('/packages-intake/villages/index')
/** Takes in what phones handed over as files. */
export const toHandIns = () => open('/packages-intake/hand-ins/index')
export const toTables = (sheet?: string, areaCode?: string) =>
  open('/packages-intake/tables/index', { sheet, ...inVillage(areaCode) })
