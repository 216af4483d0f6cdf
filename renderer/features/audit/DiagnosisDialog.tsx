import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslate } from '../../app/use-translate.ts'
import { saveFile } from '../../services/save-file.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Overlay } from '../../ui/Overlay.tsx'
import styles from './Audit.module.css'

/** Shows exactly what would be saved, before it is saved. */
export function DiagnosisDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate()
  const diagnosis = useQuery({ ...useApi().audit.diagnose.queryOptions({ input: {} }), gcTime: 0, staleTime: Infinity })

  function save() {
    if (!diagnosis.data) return
    saveFile(new Blob([diagnosis.data.text], { type: 'text/plain' }), diagnosis.data.fileName)
    onClose()
  }

  return (
    <Overlay label={t('audit.diagnosis.title')} width={760} onClose={onClose}>
      <div className={styles.diagnosis}>
        <h2>{t('audit.diagnosis.title')}</h2>
        <p className="muted">{t('audit.diagnosis.text')}</p>
        {diagnosis.error && <Failure error={diagnosis.error} onRetry={() => void diagnosis.refetch()} />}
        {diagnosis.isPending && <LoadingRows rows={8} />}
        {diagnosis.data && (
          <pre className={styles.preview} data-testid="diagnosis">
            {diagnosis.data.text}
          </pre>
        )}
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" data-autofocus disabled={!diagnosis.data} onClick={save}>
            {t('audit.diagnosis.save')}
          </Button>
        </div>
      </div>
    </Overlay>
  )
}
