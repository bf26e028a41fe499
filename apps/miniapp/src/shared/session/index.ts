export { asMyself, needsRecheck } from './as-myself'
export { adoptFromEnded } from './ended-appointments'
export { currentNamespace, type Namespace, namespaceKey } from './namespace'
export {
  isVisitor,
  mayIssueOrders,
  type RoleGroup,
  readsDuties,
  readsOrders,
  reviewsRecords,
  roleGroup,
  VILLAGE_CODE_LENGTH,
  villageOf,
} from './roles'
export {
  activeAppointment,
  chooseActive,
  chooseAppointment,
  nameVisited,
  restoreSession,
  type SessionState,
  signOut,
  standingAppointments,
  startSession,
  useSession,
  type Visited,
  visitVillage,
} from './session'
export { currentViewer, useViewer, type Viewer, viewerOf } from './viewer'
