export { useVillageBook, type VillageBook } from './use-village-book'
