export { type ChosenVillage, chooseVillage, useChosenVillage, villageFor } from './chosen-village'
export { VillageSheet } from './village-sheet'
