import { useQuery } from '@tanstack/react-query'
import { openLayer } from '../../app/layer-store.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './TodayLayout.module.css'

/** For an outlet that has just begun: the few things that bring it to life. */
export function NextSteps() {
  const t = useTranslate()
  const { person } = useSignedIn()
  const { data: people = [] } = useQuery(useApi().people.list.queryOptions({ input: {} }))
  return (
    <Panel title={t('today.nextStepsTitle')}>
      <ul className={styles.steps}>
        {person.role === 'outlet-head' && (
          <li>
            <button type="button" onClick={() => navigate('/people')}>
              <b>{t('today.stepPeople')}</b>
              <span className="muted">{t('today.stepPeopleText', { count: people.length })}</span>
            </button>
          </li>
        )}
        <li>
          <button type="button" onClick={() => openLayer('palette')}>
            <b>{t('today.stepKeys')}</b>
            <span className="muted">{t('today.stepKeysText')}</span>
          </button>
        </li>
      </ul>
    </Panel>
  )
}
