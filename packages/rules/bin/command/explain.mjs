import { field, heading, pad, title, WIDTH, wrap } from './layout.mjs'
import { namesOf } from './names.mjs'

const ENOUGH = 5

/** At most so many, and how many more there are. */
const few = (texts) =>
  texts.length <= ENOUGH ? texts : [...texts.slice(0, ENOUGH), `还有${texts.length - ENOUGH}处`]

/** Lines under one label. */
const fields = (label, texts) => texts.flatMap((text, index) => field(index === 0 ? label : '', text))

const wordingOf = (asOf, names) => ({ asOf, nameOf: (id) => names.get(id) })

function headOf(rules, { areaCode, year, asOf, knownAt, policyVersion, rulesVersion, ledgerVersion }) {
  return [
    ...title(`${areaCode}  ${year}年  截至${rules.dateText(asOf, asOf)}`),
    `政策 ${policyVersion}　规则 ${rulesVersion}　台账第${ledgerVersion}版${knownAt ? `　只算 ${knownAt} 以前收到的` : ''}`,
  ]
}

function countsOf(rules, { parts }) {
  const count = (state) => parts.filter((part) => part.state === state).length
  return ['met', 'notMet', 'undetermined', 'notApplicable']
    .map((state) => `${rules.stateLabel(state)} ${count(state)}`)
    .join('　')
}

/** @param isAlone the only part of its standard, whose heading says its name and state already */
function partLines(rules, part, isAlone, wording, steps) {
  const helping = steps.filter(({ serves }) => serves.includes(part.id))
  return [
    ...(isAlone ? [] : ['', `  ${pad(rules.partTitle(part.id), 34)}${rules.stateLabel(part.state)}`]),
    ...field('情况', rules.partSentence(part)),
    ...(rules.sumText(part) === '' ? [] : field('算式', `${rules.sumText(part)}。`)),
    ...fields('另外', part.notes.map(rules.noteText).filter(Boolean)),
    ...fields('缺', few(part.missing.map((one) => rules.missingText(one, wording)))),
    ...(part.next ? field('下一步', rules.nextText(part.next, wording)) : []),
    ...fields(
      '怎么补',
      helping.map((step) => stepLine(rules, step, wording)),
    ),
    ...field('原文', `“${part.clause.quote}” ${part.clause.ref}`),
    ...(part.deciding.length > 0 ? field('依据', `${part.deciding.length}条记录`) : []),
    ...(part.path === undefined ? [] : field('位置', part.path)),
  ]
}

function stepLine(rules, step, wording) {
  const { title: what, due } = rules.stepText(step, wording)
  return `${what}(${rules.roleLabel(step.owedBy)}，${due})`
}

function gateLines(rules, outcomes, scorecard, wording, steps) {
  return outcomes.flatMap(({ id, state, parts: ids }) => {
    const number = rules.standardNumber(id)
    const name = `${id.startsWith('M') ? `措施${number}` : `第${number}条`} ${rules.standardTitle(id)}`
    return [
      ...heading(`${pad(name, 36)}${rules.stateLabel(state)}`),
      ...scorecard.parts
        .filter((part) => ids.includes(part.id))
        .flatMap((part) => partLines(rules, part, ids.length === 1, wording, steps)),
    ]
  })
}

/** The whole scorecard for reading: every part, the points, the plan. */
export function explainScorecard(rules, { ledger, scorecard, points, plan }) {
  const names = namesOf(ledger)
  const wording = wordingOf(scorecard.asOf, names)
  const { standards, measures } = scorecard
  const steps = [...plan.steps, ...plan.facts]
  return [
    ...headOf(rules, scorecard),
    '',
    `结论：${rules.stateLabel(scorecard.verdict)}　${rules.trackLabel(scorecard.track)}`,
    ...(scorecard.verdictReason ? [rules.reasonText({ reason: scorecard.verdictReason })] : []),
    countsOf(rules, scorecard),
    ...rules.planHead(plan),
    '',
    ...title('一、十条标准'),
    ...gateLines(rules, standards, scorecard, wording, steps),
    ...(measures.length === 0 ? [] : ['', ...title('二、六项措施')]),
    ...gateLines(rules, measures, scorecard, wording, steps),
    '',
    ...pointsLines(rules, points),
    '',
    ...planLines(rules, plan, wording),
    ...nameLines(names),
  ]
}

function pointsLines(rules, assessment) {
  const { items, vetoes, band, reached } = assessment
  return [
    ...title('考核分'),
    rules.totalText(assessment),
    ...(band === null ? [] : [`等次：${rules.bandLabel(band)}`]),
    ...(reached === null ? [] : [`自评：${rules.stateLabel(reached)}`]),
    ...vetoes.map(({ code, on }) => `一票否决：${rules.vetoText(code)}(${on})`),
    rules.ASSESSMENT_ZH.proposal,
    ...items.flatMap((item) => [
      '',
      `  ${pad(rules.itemTitle(item.id), 34)}${rules.itemPointsText(item)}`,
      ...field('怎么算', rules.itemHow(item)),
      ...field('算式', rules.itemSum(item)),
      ...field('原文', `“${item.clause.quote}” ${item.clause.ref}`),
    ]),
  ]
}

/** The points of the year for reading. */
export const explainPoints = (rules, assessment) => [
  ...headOf(rules, assessment),
  '',
  ...pointsLines(rules, assessment),
]

function planLines(rules, plan, wording) {
  let number = 0
  return [
    ...title('补齐清单'),
    ...rules.planHead(plan).flatMap((sentence) => wrap(sentence, WIDTH)),
    ...rules.planSections(plan).flatMap(({ title: name, steps }) => [
      ...heading(name),
      ...steps.flatMap((step) => {
        const text = rules.stepText(step, wording)
        number += 1
        return [
          '',
          `${pad(`${number}.`, 4)}${text.title}`,
          ...(text.about === '' ? [] : field('谁', text.about, { indent: 4 })),
          ...field('何时', `${text.due}　${rules.owedByText(step.owedBy)}`, { indent: 4 }),
          ...field('花费', text.effort, { indent: 4 }),
          ...(text.effect === '' ? [] : field('得到', text.effect, { indent: 4 })),
        ]
      }),
    ]),
    ...(plan.remaining.length === 0 ? [] : heading(rules.PLAN_ZH.section.remaining)),
    ...plan.remaining.flatMap((one) => [
      '',
      `  ${rules.partName(one.part)}`,
      ...rules.remainderText(one, wording).flatMap((sentence) => field('', sentence, { column: 2 })),
    ]),
    ...(plan.steps.every(({ use }) => use === 'keep') ? [] : ['', rules.PLAN_ZH.supposes]),
  ]
}

/** The gap plan for reading. */
export function explainPlan(rules, { ledger, plan }) {
  const names = namesOf(ledger)
  return [
    ...headOf(rules, plan),
    '',
    ...planLines(rules, plan, wordingOf(plan.asOf, names)),
    ...nameLines(names),
  ]
}

/** Which id is meant by which name. */
function nameLines(names) {
  if (names.size === 0) return []
  return [...heading('编号对照'), ...Array.from(names, ([id, name]) => `  ${pad(name, 16)}${id}`)]
}

/** Whether a stored scorecard follows from the ledger, and if not, in which clauses. */
export function explainAgainst(rules, isSame, changes) {
  const { same, sameByClause, differs } = rules.WHAT_IF_ZH
  const lines = rules.changeTexts(changes)
  if (isSame) return [same]
  return lines.length === 0 ? [sameByClause] : [differs, ...lines.map((line) => `  ${line}`)]
}
