import type { MyData } from '@/shared/api'
import { myData as copy, roleNames } from '@/shared/copy'
import { showDate, showInstant } from '@/shared/format'
import type { Fact } from '@/shared/ui'

/** The account itself, as questions and answers. */
export const accountFacts = ({ account, appointments, letters }: MyData, today: string): Fact[] => [
  { name: copy.name, value: account.name },
  { name: copy.phone, value: account.phone ?? copy.none },
  { name: copy.wechat, value: account.hasWechat ? copy.bound : copy.notBound },
  { name: copy.since, value: showInstant(account.since, today) },
  ...(appointments.length > 0
    ? [
        {
          name: copy.posts,
          value: appointments.map(({ areaName, role }) => `${areaName} ${roleNames[role]}`).join('、'),
        },
      ]
    : []),
  ...(letters > 0 ? [{ name: copy.letters(letters), value: '' }] : []),
]

export const quizFacts = ({ quizzes }: MyData, today: string): Fact[] =>
  quizzes.map(({ at, village, score, counted }) => ({
    name: `${showInstant(at, today)} ${village}`,
    value: copy.quiz(score, counted),
  }))

export const pledgeFacts = ({ pledges }: MyData, today: string): Fact[] =>
  pledges.map(({ title, year, village, sealedAt }) => ({
    name: `${year} ${village} ${title}`,
    value: sealedAt === null ? copy.unsealed : showDate(sealedAt.slice(0, 10), today),
  }))

/** Whoever was appointed under a name has it corrected by the office, and hands in his post before he leaves. */
export const mayChangeHimself = ({ appointments }: MyData): boolean => appointments.length === 0
