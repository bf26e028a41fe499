import { PERMISSIONS, type Permission, ROLE_PERMISSIONS } from '../../platform/auth/permissions.js'
import { APPOINTS, ROLE_LABELS, ROLE_LEVELS, ROLES, type Role } from '../../platform/auth/roles.js'
import type { RouteAccess } from './route-access.js'

const LEVEL_LABELS = { province: '省', city: '市', county: '县', town: '镇', village: '村', grid: '网格' }

/** docs/permissions.md, from the tables that the server itself goes by. */
export function renderPermissions(routes: readonly RouteAccess[]): string {
  return `${[HEAD, roleSection(), permissionSection(), routeSection(routes)].join('\n\n')}\n`
}

const HEAD = `# 权限

由 \`pnpm --filter @dfv/server permissions\` 从代码生成，测试会检查它没有过时。

一个请求用一个身份：请求头 \`X-Appointment\` 指定任命，缺省是任职最久的一个；没有任命就是群众。没有写明规则的接口谁也不能用。
范围是任命的行政区划及其下级，写在每条查询里；范围以外一律答“没有找到”（404），和不存在一样。

| 情况 | 回答 |
| --- | --- |
| 没有登录、令牌过期或被撤销 | 401 \`SIGN_IN_REQUIRED\` |
| 指定的任命已结束或是别人的 | 403 \`APPOINTMENT_NOT_YOURS\` |
| 身份没有这个权限 | 403 \`FORBIDDEN\` |
| 不在自己的范围 | 404 \`NOT_FOUND\` |
| 演示模式里改示范镇以外的数据 | 403 \`DEMO_READ_ONLY\` |

“令牌”一栏：*会话* 每次都查会话、账号和任命是否还有效；*令牌* 只看签名（最长10分钟）。`

function roleSection(): string {
  const rows = ROLES.map((role) => {
    const levels =
      role === 'resident' ? '不需要任命' : ROLE_LEVELS[role].map((level) => LEVEL_LABELS[level]).join('、')
    const appoints = (APPOINTS[role] ?? []).map((other) => ROLE_LABELS[other]).join('、')
    return `| \`${role}\` | ${ROLE_LABELS[role]} | ${levels} | ${appoints} |`
  })
  return [
    '## 身份',
    '',
    '| 身份 | 名称 | 任命在哪一级 | 可以任命 |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function permissionSection(): string {
  const permissions = Object.keys(PERMISSIONS) as Permission[]
  const rows = permissions.map(
    (permission) =>
      `| \`${permission}\` | ${PERMISSIONS[permission]} | ${ROLES.map((role) => mark(role, permission)).join(' | ')} |`,
  )
  return [
    '## 身份 × 权限',
    '',
    `| 权限 | 可以做什么 | ${ROLES.map((role) => ROLE_LABELS[role]).join(' | ')} |`,
    `| --- | --- |${' --- |'.repeat(ROLES.length)}`,
    ...rows,
  ].join('\n')
}

const mark = (role: Role, permission: Permission): string =>
  ROLE_PERMISSIONS[role].includes(permission) ? '✓' : ''

function routeSection(routes: readonly RouteAccess[]): string {
  const rows = routes.map(({ method, path, rule }) => {
    const need = !rule ? '**禁止**' : rule.kind === 'public' ? '公开' : `\`${rule.permission}\``
    const freshness = rule?.freshness === 'token' ? '令牌' : '会话'
    return `| ${method} | \`${path}\` | ${need} | ${freshness} |`
  })
  return ['## 接口', '', '| 方法 | 路径 | 需要 | 令牌 |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
