import { isWeapp } from './env'

export const canPrint = !isWeapp
export const printPage = () => window.print()
