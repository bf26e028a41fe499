import { ROLES, type Role, roleLabel } from '@dfv/rules'

export const roleNames = Object.fromEntries(ROLES.map((role) => [role, roleLabel(role)])) as Record<
  Role,
  string
>
