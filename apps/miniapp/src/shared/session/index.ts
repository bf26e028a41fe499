export { currentNamespace, type Namespace, namespaceKey } from './namespace'
export { type RoleGroup, roleGroup, VILLAGE_CODE_LENGTH, villageOf } from './roles'
export {
  activeAppointment,
  chooseActive,
  chooseAppointment,
  restoreSession,
  type SessionState,
  signOut,
  startSession,
  useSession,
} from './session'
export { currentViewer, useViewer, type Viewer, viewerOf } from './viewer'
