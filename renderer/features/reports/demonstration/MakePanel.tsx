import { Button } from 'antd'
import { useState } from 'react'
import type { DemonstrationFormat, demonstration } from '../../../../shared/contract/demonstration.ts'
import type { OutputOf } from '../../../../shared/contract/index.ts'
import { navigate } from '../../../app/route-store.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Field } from '../../../ui/Field.tsx'
import { FolderInput } from '../../../ui/FolderInput.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import styles from './DemonstrationPage.module.css'
import type { useMakeDemonstration } from './use-make-demonstration.ts'

/** What the file will hold, where it goes, how far it is, and where it lies. */
export function MakePanel({
  seen,
  unmapped,
  making,
  mayWrite,
  onMake,
}: {
  seen: OutputOf<typeof demonstration.preview>
  unmapped: number
  making: ReturnType<typeof useMakeDemonstration>
  mayWrite: boolean
  onMake: (folder: string, format: DemonstrationFormat) => void
}) {
  const t = useTranslate()
  const [folder, setFolder] = useState(seen.folder)
  const { progress, made } = making
  const isReady = folder.trim() !== '' && !making.isBusy
  return (
    <div className={styles.side}>
      <Panel
        title={t('demonstration.title')}
        aside={
          <StatusTag tone={seen.gaps.length > 0 ? 'amber' : 'pine'}>
            {seen.gaps.length > 0
              ? t('demonstration.gapCount', { count: seen.gaps.length })
              : t('demonstration.gapNone')}
          </StatusTag>
        }
        isPadded
      >
        <div className={styles.form}>
          <p className="muted">{t('demonstration.photoCount', { count: seen.photos })}</p>
          {mayWrite && (
            <>
              <Field label={t('demonstration.folder')} help={t('demonstration.folderHelp')}>
                {(ids) => <FolderInput {...ids} value={folder} onChange={setFolder} />}
              </Field>
              <div className={styles.actions}>
                <Button type="primary" disabled={!isReady} onClick={() => onMake(folder.trim(), 'folder')}>
                  {t('demonstration.writeFolder')}
                </Button>
                <Button disabled={!isReady} onClick={() => onMake(folder.trim(), 'pdf')}>
                  {t('demonstration.writePdf')}
                </Button>
              </div>
            </>
          )}
          {progress && (
            <div className={styles.progress}>
              <progress
                aria-label={t('demonstration.making')}
                {...(progress.of > 0 && { value: progress.done, max: progress.of })}
              />
              <span role="status">
                {t(`demonstration.stage.${progress.stage}`, { done: progress.done, of: progress.of })}
              </span>
              <Button size="small" onClick={making.cancel}>
                {t('common.cancel')}
              </Button>
            </div>
          )}
          {made && !progress && (
            <div className={styles.made} role="status">
              <b>{t('demonstration.madeTitle')}</b>
              <span>
                {t('demonstration.made', { size: sizeText(made.bytes), photos: made.photos, gaps: made.gaps })}
              </span>
              <code>{made.path}</code>
            </div>
          )}
        </div>
      </Panel>
      {unmapped > 0 && (
        <div className={styles.unmapped}>
          <span>{t('demonstration.unmapped', { count: unmapped })}</span>
          <Button size="small" onClick={() => navigate('/checklists')}>
            {t('demonstration.mapThem')}
          </Button>
        </div>
      )}
    </div>
  )
}

function sizeText(bytes: number): string {
  const megabytes = bytes / 1_000_000
  return megabytes >= 0.1 ? `${megabytes.toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`
}
