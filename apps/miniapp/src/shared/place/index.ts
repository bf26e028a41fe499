export { type Areas, areaName, useAreas } from './areas'
export { type ChosenVillage, chooseVillage, useChosenVillage, villageFor } from './chosen-village'
export { VillageSheet } from './village-sheet'
