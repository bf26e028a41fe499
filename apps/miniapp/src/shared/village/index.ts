export { hasBegun, noteBegun } from './beginning'
export { type DutyRow, dutyRow, mayImport, owes, takesOn } from './duties'
export { formTargetOf } from './form-target'
export {
  type DueKind,
  dueKinds,
  groupOf,
  KIND_GROUPS,
  type KindGroup,
  type RecordableKind,
  recordableKinds,
} from './kind-groups'
export { lookupIn } from './lookup'
export { planOf } from './plan'
export {
  countOf,
  dutiesIn,
  isRegisterId,
  kindsOf,
  placeKindOf,
  REGISTERS,
  type RegisterId,
  recordsIn,
  SHELVES,
  type Shelf,
} from './registers'
export { personsOf } from './use-persons'
export { PLACE_KINDS, type Places, placeOf, placesOf } from './use-places'
export { useVillage, type Village, type VillageView } from './use-village'
export { VillageGate } from './village-gate'
export { useVisit } from './visit'
export { wayOn } from './way-on'
