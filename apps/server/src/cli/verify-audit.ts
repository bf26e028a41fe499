import { recordLine, reportLine } from '../modules/audit/audit-report.js'
import { AuditVerifier } from '../modules/audit/audit-verifier.js'
import { PledgeProof, pledgeLine } from '../modules/pledges/pledge-proof.js'
import { RecordProof } from '../modules/records/record-proof.js'
import { Transactions } from '../platform/database/transactions.js'
import { rememberRun } from '../platform/operation-marks.js'
import { createCliContext, readCliEnvironment } from './bootstrap.js'
import { print, runCommand } from './command.js'

/** Proves the audit trail, the records it speaks of and the seals of pledges: ends with 0 when every hash and anchor is right, else with 1. */
await runCommand(async () => {
  const app = await createCliContext(readCliEnvironment(process.env))
  try {
    const reports = await app.get(AuditVerifier, { strict: false }).run()
    for (const report of reports) print(reportLine(report))
    if (reports.length === 0) print('No audit entries yet.')
    const records = await app.get(RecordProof, { strict: false }).run()
    print(recordLine(records))
    const pledges = await app.get(PledgeProof, { strict: false }).run()
    print(pledgeLine(pledges))
    const isSound = !records.fault && !pledges.fault && reports.every((report) => !report.fault)
    const { read } = app.get(Transactions, { strict: false })
    await read.query(...rememberRun('verify-audit', new Date(), isSound))
    return isSound ? 0 : 1
  } finally {
    await app.close()
  }
})
