import { recordLine, reportLine } from '../modules/audit/audit-report.js'
import { AuditVerifier } from '../modules/audit/audit-verifier.js'
import { PledgeProof, pledgeLine } from '../modules/pledges/pledge-proof.js'
import { RecordProof } from '../modules/records/record-proof.js'
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
    return records.fault || pledges.fault || reports.some((report) => report.fault) ? 1 : 0
  } finally {
    await app.close()
  }
})
