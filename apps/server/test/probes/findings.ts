import type { Role } from '../../src/platform/auth/roles.js'

export type Leak = { route: string; who: string; thing: string; why: string }

/** What a run of the probes has tried and found. */
export class Findings {
  readonly leaks: Leak[] = []
  /** Answers to requests that name nothing of another's. */
  plain = 0
  private readonly byRoute = new Map<string, Map<Role, number>>()
  private readonly byStatus = new Map<number, number>()

  get probes(): number {
    return [...this.byRoute.values()].flatMap((roles) => [...roles.values()]).reduce((a, b) => a + b, 0)
  }

  countProbe(route: string, role: Role): void {
    const roles = this.byRoute.get(route) ?? new Map<Role, number>()
    this.byRoute.set(route, roles.set(role, (roles.get(role) ?? 0) + 1))
  }

  countStatus(status: number): void {
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1)
  }

  /** Probes of every route by every role, and how they were answered. */
  table(roles: readonly Role[]): string {
    const line = (name: string, cells: readonly (string | number)[]) =>
      name.padEnd(52) + cells.map((cell) => `${cell}`.padStart(7)).join('')
    const rows = [...this.byRoute].sort(([a], [b]) => a.localeCompare(b))
    const statuses = [...this.byStatus].sort(([a], [b]) => a - b)
    return [
      line(
        '',
        roles.map((role) => role.slice(0, 6)),
      ),
      ...rows.map(([route, counts]) =>
        line(
          route,
          roles.map((role) => counts.get(role) ?? 0),
        ),
      ),
      `Answers: ${statuses.map(([status, count]) => `${status} × ${count}`).join(', ')}`,
    ].join('\n')
  }
}
