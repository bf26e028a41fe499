import { fill } from '@dfv/rules'
import { chinaMinute } from '../../platform/china-minute.js'
import type { Operation } from '../../platform/operation-marks.js'
import type { StatusItem } from './status.dto.js'
import type { StatusFigures } from './status-figures.js'

/** Every word of the status page, by id. */
export const STATUS_ZH = {
  title: {
    database: '数据库',
    outbox: '后台任务',
    projections: '各村评分',
    audit: '操作留痕',
    seals: '承诺书封存',
    deliveries: '微信提醒',
    wechat: '微信接口',
    disk: '磁盘空间',
    backup: '备份',
    'verify-audit': '留痕核验',
  },
  /** For an office, which has no server to do anything on. */
  officeAdvice: '请系统管理员处理这一项。怎么处理，写在他的“运行状态”里。',
  unknown: '这一项现在读不出来。',
  unknownAdvice: '先看“数据库”一项；数据库正常仍读不出来，请看服务器日志。',
  database: { good: '连接正常，版本{version}。', bad: '连接正常，但表结构还没有升级完。' },
  databaseAdvice: '请运行数据库升级（migrate），再重启服务。',
  outbox: {
    good: '没有积压。',
    look: '最早的一件等了{minutes}分钟。',
    dead: '有{count}件多次没做成，已停下。',
  },
  outboxAdvice:
    '请确认至少有一台服务器的 JOBS=on；停下的任务看日志里的“outbox event failed”，修好后把它们重新放回队列。',
  projections: { good: '都按今天的日期算好了。', look: '有{count}个村还没按今天的日期算。' },
  projectionsAdvice: '一般一两分钟会自己算好。一直不变，请运行 rebuild。',
  audit: { good: '全部已串成链。', look: '最早的一条等封存等了{minutes}分钟。' },
  auditAdvice: '请确认后台任务在运行；仍不减少，请看日志。',
  seals: { good: '签了的都已封存。', look: '最早的一份签了{minutes}分钟还没封存。' },
  sealsAdvice: '系统会自己再试。超过一小时，请确认密钥文件可读，再看“没封存好的承诺书”。',
  deliveries: { good: '该发的都发了。', look: '有{count}条超过1小时没发出去。' },
  deliveriesAdvice: '站内消息不受影响。请看“微信接口”一项和日志里的微信错误码。',
  wechat: { good: '凭证有效。', none: '没有配置微信，只用站内消息。', look: '凭证过期了，还没有换新的。' },
  wechatAdvice: '下次要发提醒时会自己换。反复过期，请核对 AppID、密钥和服务器出口IP白名单。',
  disk: { good: '还剩{free}（{percent}%）。' },
  diskAdvice: '请清理或扩充磁盘。照片和备份占得最多；备份应移到别的机器上。',
  run: {
    never: '还没有做过。',
    good: '上次是{when}，成功。',
    failed: '上次是{when}，没有通过。',
    old: '上次是{when}，已经{days}天了。',
  },
  backupAdvice:
    '请运行 node apps/server/dist/cli/backup.js（见 docs/deployment.md），并设成每天自动做；备份文件要放到别的机器上。',
  'verify-auditAdvice':
    '请运行 node apps/server/dist/cli/verify-audit.js。没有通过，先不要改动数据，保存好现场，联系技术支持。',
} as const

type Id = keyof typeof STATUS_ZH.title

const DAY_MS = 86_400_000
/** How long work may wait before somebody should look: far above what a busy day needs. */
const LOOK_MINUTES = 5
const BAD_MINUTES = 60
const DISK_LOOK_PERCENT = 20
const DISK_BAD_PERCENT = 10
const BACKUP_DAYS = { look: 2, bad: 7 }
const VERIFY_DAYS = { look: 8, bad: 31 }

/** What each figure means in a sentence, and what to do about it. Pure. */
export function statusItems(figures: StatusFigures, now: Date): StatusItem[] {
  const { database, outbox, audit, seals, deliveries, wechat, projections, disk, runs } = figures
  return [
    database
      ? database.pendingMigrations
        ? item('database', 'bad', STATUS_ZH.database.bad, STATUS_ZH.databaseAdvice)
        : item('database', 'good', fill(STATUS_ZH.database.good, { version: database.version }), '')
      : unreadable('database'),
    outbox && outbox.dead > 0
      ? item('outbox', 'bad', fill(STATUS_ZH.outbox.dead, { count: outbox.dead }), STATUS_ZH.outboxAdvice)
      : waiting('outbox', outbox?.oldest ?? null),
    counted('projections', projections, STATUS_ZH.projections, STATUS_ZH.projectionsAdvice),
    waiting('audit', audit),
    waiting('seals', seals),
    counted('deliveries', deliveries, STATUS_ZH.deliveries, STATUS_ZH.deliveriesAdvice),
    wechat ? wechatItem(wechat) : unreadable('wechat'),
    disk ? diskItem(disk) : unreadable('disk'),
    runs ? runItem('backup', runs, BACKUP_DAYS, now) : unreadable('backup'),
    runs ? runItem('verify-audit', runs, VERIFY_DAYS, now) : unreadable('verify-audit'),
  ]
}

/** What of it an office needs to know: whether its work arrives. The rest is for who runs the machines. */
const FOR_THE_OFFICE: readonly string[] = [
  'outbox',
  'projections',
  'seals',
  'deliveries',
  'backup',
  'verify-audit',
]

export const forTheOffice = (items: readonly StatusItem[]): StatusItem[] =>
  items
    .filter(({ id }) => FOR_THE_OFFICE.includes(id))
    .map((one) => ({ ...one, advice: one.advice && STATUS_ZH.officeAdvice }))

export function worstOf(items: readonly StatusItem[]): 'good' | 'look' | 'bad' {
  if (items.some(({ state }) => state === 'bad')) return 'bad'
  return items.every(({ state }) => state === 'good') ? 'good' : 'look'
}

const item = (id: Id, state: StatusItem['state'], sentence: string, advice: string): StatusItem => ({
  id,
  title: STATUS_ZH.title[id],
  state,
  sentence,
  advice: state === 'good' ? null : advice,
})

const unreadable = (id: Id): StatusItem =>
  item(id, id === 'database' ? 'bad' : 'unknown', STATUS_ZH.unknown, STATUS_ZH.unknownAdvice)

const counted = (
  id: 'projections' | 'deliveries',
  count: number | null,
  words: { good: string; look: string },
  advice: string,
): StatusItem =>
  count === null
    ? unreadable(id)
    : item(id, count === 0 ? 'good' : 'look', count === 0 ? words.good : fill(words.look, { count }), advice)

/** @param seconds that the oldest has waited */
function waiting(id: 'outbox' | 'audit' | 'seals', seconds: number | null): StatusItem {
  if (seconds === null) return unreadable(id)
  const minutes = Math.floor(seconds / 60)
  const words = STATUS_ZH[id]
  if (minutes < LOOK_MINUTES) return item(id, 'good', words.good, '')
  const state = minutes < BAD_MINUTES ? 'look' : 'bad'
  return item(id, state, fill(words.look, { minutes }), STATUS_ZH[`${id}Advice`])
}

function wechatItem({ isConfigured, overdue }: NonNullable<StatusFigures['wechat']>): StatusItem {
  if (!isConfigured) return item('wechat', 'good', STATUS_ZH.wechat.none, '')
  // A token is renewed when it is needed: on a quiet day it may be old without harm.
  const isOld = overdue * 1000 > DAY_MS
  return item(
    'wechat',
    isOld ? 'look' : 'good',
    isOld ? STATUS_ZH.wechat.look : STATUS_ZH.wechat.good,
    STATUS_ZH.wechatAdvice,
  )
}

function diskItem({ freeBytes, totalBytes }: NonNullable<StatusFigures['disk']>): StatusItem {
  const percent = totalBytes > 0 ? Math.floor((freeBytes * 100) / totalBytes) : 0
  const state = percent >= DISK_LOOK_PERCENT ? 'good' : percent >= DISK_BAD_PERCENT ? 'look' : 'bad'
  const free = `${(freeBytes / 1024 ** 3).toFixed(1)}GB`
  return item('disk', state, fill(STATUS_ZH.disk.good, { free, percent }), STATUS_ZH.diskAdvice)
}

function runItem(
  name: Operation,
  runs: NonNullable<StatusFigures['runs']>,
  limit: { look: number; bad: number },
  now: Date,
): StatusItem {
  const advice = STATUS_ZH[`${name}Advice`]
  const run = runs.get(name)
  if (!run) return item(name, 'look', STATUS_ZH.run.never, advice)
  const when = chinaMinute(run.at)
  const days = Math.floor((now.getTime() - run.at.getTime()) / DAY_MS)
  if (!run.isOk) return item(name, 'bad', fill(STATUS_ZH.run.failed, { when }), advice)
  if (days < limit.look) return item(name, 'good', fill(STATUS_ZH.run.good, { when }), advice)
  return item(name, days < limit.bad ? 'look' : 'bad', fill(STATUS_ZH.run.old, { when, days }), advice)
}
