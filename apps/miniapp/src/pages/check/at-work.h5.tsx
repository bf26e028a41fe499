import { Lazily } from '@/shared/tabs/lazily'

const assessor = async () => (await import('./assessor')).AssessorCheck
const supervisor = async () => (await import('./supervisor')).SupervisorReview
const village = async () => (await import('./village')).VillageCheck

export const AssessorCheck = () => <Lazily load={assessor} />
export const SupervisorReview = () => <Lazily load={supervisor} />
export const VillageCheck = () => <Lazily load={village} />
