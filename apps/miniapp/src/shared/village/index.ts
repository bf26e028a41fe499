export {
  type DutyRow,
  dutyRow,
  mayImport,
  type RecordableGroup,
  type RecordableKind,
  recordableGroups,
  recordableKinds,
  takesOn,
} from './duties'
export { formTargetOf } from './form-target'
export type { KindGroup } from './kind-groups'
export { planOf } from './plan'
export { recordDays } from './record-days'
export { personsOf } from './use-persons'
export { PLACE_KINDS, placeIn, placesOf } from './use-places'
export { assembled, useVillage, type Village, type VillageView } from './use-village'
export { VillageGate } from './village-gate'
export { useVisit } from './visit'
