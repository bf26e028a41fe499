import { policyValues } from './pledge-text.js'

/** Variables that every wording may name, with what each is replaced by. */
export const WORDING_VARIABLES: Readonly<Record<string, string>> = {
  year: '年份',
  town: '镇名',
  village: '村名',
  area: '村名或网格名',
  place: '场所或学校的名称（没有的是村、网格名）',
  signer: '签名人姓名',
  signerRole: '签名人职务',
  textMark: '文本标识（防止别人猜出内容，必须有）',
  reportInDays: '政策：几日内建立帮教小组',
  cycleMonths: '政策：几个月谈话、检测一次',
  activitiesPerMonth: '政策：每月几次宣传活动',
  residentPercent: '政策：群众知晓率',
  migrantPercent: '政策：外来务工人员知晓率',
  venuePercent: '政策：场所人员知晓率',
  studentPercent: '政策：中小学校知晓率',
} satisfies Record<keyof ReturnType<typeof policyValues>, string> & Record<string, string>

/** Without these the text is not bound to its signer and its year, or its hash could be guessed. */
const NEEDED = ['signer', 'year', 'textMark'] as const
/** Words for what an app's signature is not (电子签名法 第十三条), and words that are said of nobody. */
const FORBIDDEN = /可靠的?电子签名|瘾君子|吸毒仔|毒虫|道友/

export type WordingFault = {
  code: 'unknown-variable' | 'missing-variable' | 'no-confidence' | 'no-accountability' | 'forbidden-words'
  text: string
}

/** What keeps a wording from being released, in sentences for the person who writes it. */
export function wordingFaults({ title, body }: { title: string; body: string }): WordingFault[] {
  const named = [...`${title}\n${body}`.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name)
  const unknown = [...new Set(named.filter((name) => !Object.hasOwn(WORDING_VARIABLES, name)))]
  const inBody = new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))
  const missing = NEEDED.filter((name) => !inBody.has(name))
  const faults: (WordingFault | false)[] = [
    ...unknown.map(
      (name): WordingFault => ({ code: 'unknown-variable', text: `没有“${name}”这个代换项，请改掉。` }),
    ),
    ...missing.map(
      (name): WordingFault => ({
        code: 'missing-variable',
        text: `正文里要有{{${name}}}：${WORDING_VARIABLES[name]}。`,
      }),
    ),
    !body.includes('保密') && {
      code: 'no-confidence',
      text: '要写明保密：对戒毒人员的个人信息依法予以保密。',
    },
    !/责任|处理|追究/.test(body) && { code: 'no-accountability', text: '要写明没有做到时怎样承担责任。' },
    FORBIDDEN.test(`${title}${body}`) && {
      code: 'forbidden-words',
      text: '不能写“可靠电子签名”，也不能用侮辱人的称呼。',
    },
  ]
  return faults.filter((fault) => fault !== false)
}
