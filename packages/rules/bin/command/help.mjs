export const HELP = `assess — judge a village's ledger by 博委办〔2023〕15号, without server or database

  node packages/rules/bin/assess.mjs <ledger.json> --as-of <YYYY-MM-DD> [options]
  node packages/rules/bin/assess.mjs <snapshot.json> [options]
  node packages/rules/bin/assess.mjs <ledger.json>... --as-of <YYYY-MM-DD> --policy <draft.json>

What is read
  <ledger.json>          a VillageLedger (schema/village-ledger.schema.json); "-" reads standard input
  <snapshot.json>        a village-snapshot@1: ledger, policy, day, instant and counts frozen together by
                         --freeze; it needs no --as-of, and judged again it gives the same bytes
  --counts <counts.json> what the points rest on beside the ledger: the answers counted

What is asked
  --as-of <YYYY-MM-DD>   the day up to which things had happened (China civil date); required with a ledger
  --known-at <instant>   only what had been received by then, e.g. 2026-06-30T16:00:00.000Z
  --whole                judge every part of the notice, also those judged by hand in the policy in force
  --policy <draft.json>  judge by this policy beside the one in force and print what changes, in which
                         village, which part, by which clause; takes any number of ledgers
  --against <scorecard.json>
                         whether this stored scorecard follows from the ledger; if not, in which clauses

What is printed: JSON, or with --explain Chinese sentences
  (nothing said)         the scorecard; explained: every part with its sum, clause, what is missing and
                         what would make it met, the points, and the gap plan
  --points               the points of the year; explained: each item with its sum
  --plan                 the gap plan: what can still be done, in which order, by when, by whom, what it
                         brings, and what nothing can mend
  --obligations          what was due on that day
  --freeze               the snapshot to keep beside a decision

A draft policy names itself and the values it changes; a value that is left out is the released one:
  { "version": "draft-6", "values": { "activitiesPerMonth": { "versions": [
      { "from": "2023-03-24", "until": "2027-01-01", "value": 4 }, { "from": "2027-01-01", "value": 6 } ] } },
    "counties": { "441581": { "graceDays": [ { "from": "2027-01-01", "value": 5 } ] } } }
From 2023-03-24 on every day has exactly one version: a hole or an overlap is refused. Only a county's own
values may leave days to the default.

Counts (a tally is of one channel: self, invited, household or third-party):
  { "awareness": { "resident": { "tallies": [ { "channel": "household", "aware": 96, "valid": 100 } ] },
                   "venue": { "tallies": [ { "channel": "invited", "aware": 5, "valid": 5 } ] } } }

Examples
  assess village.json --as-of 2026-06-30 --explain          why the village stands where it stands
  assess village.json --as-of 2026-06-30 --plan --explain   what to do next, and where that takes it
  assess village.json --as-of 2026-06-30 --freeze > kept.json
  assess kept.json                                          the same bytes, years later
  assess kept.json --against scorecard.json --explain       whether the stored judgement still follows
  assess town/*.json --as-of 2026-06-30 --policy draft-6.json --explain

What is wrong is named on standard error with its path in the file, as records[id=…].payload.found or
values.activitiesPerMonth.versions[1].from. A record that cannot be read leaves the parts that need it
"undetermined"; it never counts as a pass, and the rest is judged.

Exit status: 0 judged · 1 a file cannot be used at all · 2 the command line is wrong
             3 judged, but the snapshot was frozen by another version of the rules
             4 judged, and --against differs

This command is also built as one file that needs nothing beside itself but Node 20: dist/assess.mjs,
by pnpm --filter @dfv/rules build. Keep it beside a snapshot: it judges as it judged then.`
