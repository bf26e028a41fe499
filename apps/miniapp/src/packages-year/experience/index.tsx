import { View } from '@tarojs/components'
import { assessmentsApi, type ExperienceReport } from '@/shared/api'
import { year as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toRecordForm, toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Page, Skeleton } from '@/shared/ui'
import { maySetReach } from './view-model'

const REPORTING = ['village-secretary', 'case-worker']

/** What villages did well, for the others to take up. @see 五(五) */
export default function ExperiencePage() {
  const { appointmentId, role, areaCode } = useViewer()
  const stored = useResource(appointmentId, assessmentsApi.experiences)
  useReturn(stored.reload)
  return (
    <Page title={copy.experience}>
      <Heading level={1}>{copy.experience}</Heading>
      <View className='dfv-fine'>{copy.experienceLead}</View>
      {role !== null && REPORTING.includes(role) && (
        <Button icon='add' onTap={() => toRecordForm({ kind: 'experience-report' })}>
          {copy.reportExperience}
        </Button>
      )}
      {stored.loading && !stored.data && <Skeleton rows={3} />}
      {stored.failure && !stored.data && (
        <Failure
          told={stored.failure}
          onRetry={stored.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {stored.data?.items.length === 0 && <EmptyState icon='document' text={copy.noExperience} />}
      {stored.data?.items.map((report) => (
        <Report key={report.id} report={report} maySet={maySetReach({ role, areaCode }, report)} />
      ))}
    </Page>
  )
}

function Report({ report, maySet }: { report: ExperienceReport; maySet: boolean }) {
  const { id, areaCode, title, areaName, reportedOn, reach, summary } = report
  return (
    <View className='dfv-card dfv-stack dfv-experience'>
      <Heading level={2}>{title}</Heading>
      <View className='dfv-fine'>
        {copy.experienceLine(areaName, showDate(reportedOn, today()), copy.reaches[reach])}
      </View>
      {summary !== '' && <View className='dfv-text'>{summary}</View>}
      {maySet && (
        <Button
          small
          icon='send'
          onTap={() => toRecordForm({ kind: 'experience-report', areaCode, corrects: id })}
        >
          {reach === 'none' ? copy.spread : copy.spreadFurther}
        </Button>
      )}
    </View>
  )
}
