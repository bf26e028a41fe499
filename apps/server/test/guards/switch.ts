/** One way to weaken a guard: what stands there, and what stands there instead. */
export type Change = string

/** What of the guards has been asked since it was last cleared, and which change is in force. */
export class Switch {
  active: Change | undefined
  readonly reached = new Set<Change>()
  private readonly statements = new Map<string, { change: Change; become: string }[]>()

  is(change: Change): boolean {
    this.reached.add(change)
    return this.active === change
  }

  /** @returns the statement as the database is to get it */
  statement(sql: string): string {
    const known = this.statements.get(sql) ?? changesOf(sql)
    this.statements.set(sql, known)
    for (const { change, become } of known) if (this.is(change)) return become
    return sql
  }
}

type Weakening = { find: RegExp; become: string }

/** Conditions that say whose a row is. Each keeps its parameters, so that the others find theirs. */
const WEAKENINGS: readonly Weakening[] = [
  { find: /([\w.`]+) >= \? AND \1 < \?/g, become: '(? IS NOT NULL AND ? IS NOT NULL)' },
  { find: /([\w.`]+) >= \? AND \1 < \?/g, become: '$1 >= ? AND $1 <= ?' },
  { find: /\(s\.readers IS NULL OR s\.readers LIKE \?\)/g, become: '(? IS NOT NULL)' },
  { find: /s\.state = 'active'/g, become: "s.state <> ''" },
  {
    find: /[\w.`]*(?:account_id|accountId|signer_account_id|area_code|actor_account_id|county_code)`? = \?/g,
    become: '? IS NOT NULL',
  },
]

function changesOf(sql: string): { change: Change; become: string }[] {
  const where = sql.search(/\bWHERE\b/)
  if (where < 0) return []
  const name = sql.replace(/\s+/g, ' ').slice(0, 80)
  return WEAKENINGS.flatMap(({ find, become }) =>
    [...sql.matchAll(find)].flatMap((match, nth) => {
      if (!/\bWHERE\b|\bCASE\b/.test(sql.slice(0, match.index)) && !/\bON\b/.test(sql.slice(0, match.index)))
        return []
      const weak = match[0].replace(new RegExp(find.source), become)
      return [
        {
          change: `${name} … [${nth + 1}] ${match[0]}  →  ${weak}`,
          become: sql.slice(0, match.index) + weak + sql.slice(match.index + match[0].length),
        },
      ]
    }),
  )
}

declare global {
  var __guards: Switch
}

globalThis.__guards = new Switch()
