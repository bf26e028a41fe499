/** What those at work have here. In a browser it is fetched when it is wanted: see `at-work.h5`. */
export { AssessorCheck } from './assessor'
export { SupervisorReview } from './supervisor'
export { VillageCheck } from './village'
