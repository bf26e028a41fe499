import { recordLine, reportLine } from '../modules/audit/audit-report.js'
import { AuditVerifier } from '../modules/audit/audit-verifier.js'
import { RecordProof } from '../modules/records/record-proof.js'
import { createCliContext, print, readCliEnvironment, runCommand } from './bootstrap.js'

/** Proves the audit trail and the records it speaks of: ends with 0 when every hash and anchor is right, else with 1. */
await runCommand(async () => {
  const app = await createCliContext(readCliEnvironment(process.env))
  try {
    const reports = await app.get(AuditVerifier, { strict: false }).run()
    for (const report of reports) print(reportLine(report))
    if (reports.length === 0) print('No audit entries yet.')
    const records = await app.get(RecordProof, { strict: false }).run()
    print(recordLine(records))
    return records.fault || reports.some((report) => report.fault) ? 1 : 0
  } finally {
    await app.close()
  }
})
