import { addDays } from '@dfv/rules'
import type { INestApplicationContext } from '@nestjs/common'
import { ClassAnswersService } from '../../modules/classes/class-answers.service.js'
import { ClassesService } from '../../modules/classes/classes.service.js'
import { StaffQuizService } from '../../modules/venues/staff-quiz.service.js'
import { VenueStaffService } from '../../modules/venues/venue-staff.service.js'
import { Transactions } from '../../platform/database/transactions.js'
import { VENUES } from '../seed-data/place-plans.js'
import { castActor } from './actors.js'
import { schoolId, venueId } from './place-story.js'
import { chinaInstant, pick, seedId } from './seed-ids.js'
import { answersOf, type BankItem } from './seed-quiz.js'
import type { StoryClock } from './story-clock.js'
import { storyStart } from './village-story.js'

const MINUTE_MS = 60_000
const STAFF_NAMES = ['梁示店', '黎演一', '潘演二', '姚演三', '骆演四', '甘演五']
/** The first ones have answered; the others are whom the manager still has to remind. */
const STAFF_ANSWERED = 4
const LESSON = { topic: '认识毒品的危害', className: '五年级2班', pupils: 31, lessonMinutes: 40 }
const PUPILS_ANSWERED = 29
/** Every so many-th pupil knows too little. */
const UNAWARE_EVERY = 9
const NO_ADDRESS = 'seed'

type Story = {
  app: INestApplicationContext
  clock: StoryClock
  bank: ReadonlyMap<string, BankItem>
  today: string
}

/** What the manager of a venue and the teacher of a school in 示范村A did before the tour begins. */
export async function seedOwnPlaces(
  app: INestApplicationContext,
  clock: StoryClock,
  bankJson: string,
  today: string,
): Promise<string> {
  const bank = new Map((JSON.parse(bankJson) as BankItem[]).map((item) => [item.stem, item]))
  const story = { app, clock, bank, today }
  await keepRoster(story)
  await holdClass(story)
  return `${STAFF_NAMES.length} staff, 1 class`
}

const get = <T>(app: INestApplicationContext, type: abstract new (...args: never[]) => T): T =>
  app.get(type as never, { strict: false })

/** Some days ago, but in this year and over by now: answers count for the year they were given in. */
function moment({ clock, today }: Story, daysAgo: number, minutes: number): Date {
  const day = [addDays(today, -daysAgo), `${today.slice(0, 4)}-01-01`].sort()[1]!
  return new Date(Math.min(chinaInstant(day, minutes).getTime(), clock.now().getTime() - 90 * MINUTE_MS))
}

async function keepRoster(story: Story): Promise<void> {
  const { app, clock, bank, today } = story
  const staff = get(app, VenueStaffService)
  const quiz = get(app, StaffQuizService)
  const at = moment(story, 10, 9 * 60)
  const venue = venueId({ letter: 'A', startOn: storyStart('A', today) }, 0)
  const manager = castActor('A.manager', at, venue)
  for (const [index, name] of STAFF_NAMES.slice(0, VENUES.A[0]!.staff).entries())
    await clock.at(at, () => staff.add(manager, { id: seedId(at, `staff:A:${index}`), name }))
  const members = await staff.list(get(app, Transactions).read, manager)
  for (const { id, number, answered, quizCode } of members.slice(0, STAFF_ANSWERED)) {
    if (answered) continue
    const from = new Date(at.getTime() + number * 10 * MINUTE_MS)
    const paper = await clock.at(from, () => quiz.draw(quizCode, NO_ADDRESS))
    await clock.at(new Date(from.getTime() + 3 * MINUTE_MS), () =>
      quiz.submit(seedId(from, `staff-attempt:${id}`), {
        paperId: paper.paperId,
        token: paper.token,
        answers: answersOf(paper, bank, 9, id),
        startedAt: from.toISOString(),
      }),
    )
  }
}

async function holdClass(story: Story): Promise<void> {
  const { app, clock, bank, today } = story
  const classes = get(app, ClassesService)
  const answers = get(app, ClassAnswersService)
  const from = moment(story, 12, 10 * 60)
  const school = schoolId({ letter: 'A', startOn: storyStart('A', today) })
  const teacher = castActor('A.teacher', from, school)
  if ((await classes.list(teacher, undefined)).items.length > 0) return
  const { id, code } = await clock.at(from, () => classes.open(teacher, LESSON))
  const until = new Date(from.getTime() + 6 * MINUTE_MS)
  for (let pupil = 0; pupil < PUPILS_ANSWERED; pupil++) {
    const paper = await clock.at(from, () => answers.join(code ?? '', NO_ADDRESS))
    const right = pupil % UNAWARE_EVERY === UNAWARE_EVERY - 1 ? 6 : 8 + pick(`pupil:${pupil}`, 3)
    await clock.at(until, () =>
      answers.submit(paper.paperId, {
        token: paper.token,
        answers: answersOf(paper, bank, right, `pupil:${pupil}`),
      }),
    )
  }
  await clock.at(new Date(from.getTime() + 40 * MINUTE_MS), () => classes.end(teacher, id))
}
