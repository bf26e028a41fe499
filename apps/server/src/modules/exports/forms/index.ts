import type { ExportForm, SheetForm } from '../export-form.js'
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
import { yearArchive } from './year-archive.js'
import { yearHistory } from './year-history.js'
import { yearReport } from './year-report.js'

/** The notice's own forms, then the ledger of each kind of record. */
const SHEET_FORMS: readonly SheetForm[] = [
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

/** Everything that can be exported. */
export const FORMS: readonly ExportForm[] = [
  ...SHEET_FORMS,
  yearReport,
  yearHistory,
  yearArchive(SHEET_FORMS),
]

const BY_ID = new Map(FORMS.map((form) => [form.id, form]))

export const formOf = (id: string): ExportForm | undefined => BY_ID.get(id)
