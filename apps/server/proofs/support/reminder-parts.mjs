import { built } from './test-support.mjs'

/** Where the parts of the built server lie that a simulation of its reminders takes hold of. */
const PLACES = {
  'configure-app.js': ['createApp'],
  'platform/clock.js': ['FixedClock'],
  'platform/crypto/key-ring.js': ['KeyRing', 'generateKeyFile'],
  'platform/logging.js': ['createLog'],
  'modules/reminders/reminder-planner.service.js': ['ReminderPlanner'],
  'modules/reminders/notifications.service.js': ['NotificationsService'],
  'modules/reminders/reminders.jobs.js': ['RemindersJobs'],
  'modules/scoring/obligations.repository.js': ['ObligationsRepository'],
  'modules/accounts/credentials.service.js': ['CredentialsService'],
  'modules/reminders/credits.repository.js': ['CreditsRepository'],
  'modules/areas/areas.service.js': ['AreasService'],
  'modules/wechat/wechat-client.js': ['WeChatClient'],
  'platform/outbox/job-runner.js': ['JobRunner'],
  'modules/reminders/working-days.js': ['isWorkingDay', 'weekBegunOn'],
  'platform/derived-id.js': ['derivedId'],
}

/** @returns {Promise<Record<string, any>>} by their names */
export async function loadParts() {
  const found = await Promise.all(
    Object.entries(PLACES).map(async ([file, names]) => {
      const part = await built(file)
      return names.map((name) => [name, part[name]])
    }),
  )
  return Object.fromEntries(found.flat())
}
