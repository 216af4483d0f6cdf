import { Segmented } from 'antd'
import { replaceParams, useLocation } from '../../app/route-store.ts'
import { useTranslate } from '../../app/use-translate.ts'

export const VISITORS = 'visitors'
const STAFF = 'staff'

/** Those who work here, or those who come to look. */
export function ViewSwitch() {
  const t = useTranslate()
  const { params } = useLocation()
  return (
    <Segmented
      value={params.view === VISITORS ? VISITORS : STAFF}
      options={[
        { value: STAFF, label: t('people.visitors.staff') },
        { value: VISITORS, label: t('people.visitors.title') },
      ]}
      onChange={(view) => replaceParams(view === VISITORS ? { view } : {})}
    />
  )
}
