import { VillageWork } from '@/pages/work/village'
import { work as copy } from '@/shared/copy'

/** The ledger of one village, for those above it who work in it too. */
export default function VillageLedgerPage() {
  return <VillageWork title={copy.title} />
}
