import { reportLine } from '../modules/audit/audit-report.js'
import { AuditVerifier } from '../modules/audit/audit-verifier.js'
import { createCliContext, print, readCliEnvironment, runCommand } from './bootstrap.js'

/** Proves the audit trail: ends with 0 when every hash and anchor is right, with 1 when one is not. */
await runCommand(async () => {
  const app = await createCliContext(readCliEnvironment(process.env))
  try {
    const reports = await app.get(AuditVerifier, { strict: false }).run()
    for (const report of reports) print(reportLine(report))
    if (reports.length === 0) print('No audit entries yet.')
    return reports.some((report) => report.fault) ? 1 : 0
  } finally {
    await app.close()
  }
})
