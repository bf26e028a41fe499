export {
  type DutyRow,
  dutyRow,
  mayImport,
  type RecordableKind,
  recordableKinds,
  takesOn,
} from './duties'
export { formTargetOf } from './form-target'
export { recordDays } from './record-days'
export { personsOf } from './use-persons'
export { useVillage, type Village, type VillageView } from './use-village'
export { VillageGate } from './village-gate'
export { useVisit } from './visit'
