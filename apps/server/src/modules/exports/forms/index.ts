import type { ExportForm } from '../export-form.js'
import { activitySchedule } from './activity-schedule.js'
import { RECORD_FORMS } from './any-record.js'
import { archiveCatalogue } from './archive-catalogue.js'
import { personRegister } from './person-register.js'
import { responsibility } from './responsibility.js'
import { villageProfile } from './village-profile.js'
import {
  activityLedger,
  gridLedger,
  meetingList,
  talkRecords,
  testRecords,
  venueLedger,
} from './work-ledgers.js'

/** Everything that can be exported: the notice's own forms, then the ledger of each kind of record. */
export const FORMS: readonly ExportForm[] = [
  personRegister,
  talkRecords,
  testRecords,
  activityLedger,
  venueLedger,
  gridLedger,
  meetingList,
  villageProfile,
  responsibility,
  activitySchedule,
  archiveCatalogue,
  ...RECORD_FORMS,
]

const BY_ID = new Map(FORMS.map((form) => [form.id, form]))

export const formOf = (id: string): ExportForm | undefined => BY_ID.get(id)
