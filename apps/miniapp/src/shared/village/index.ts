export { formTargetOf } from './form-target'
export { personsOf } from './use-persons'
export { useVillage, type Village, type VillageView } from './use-village'
export { VillageGate } from './village-gate'
