/** The homes of those at work. In a browser each is fetched when it is wanted: see `at-work.h5`. */
export { SchoolHome } from './school'
export { SupervisorHome } from './supervisor'
export { VenueHome } from './venue'
export { VillageHome } from './village'
