import { InputNumber, Segmented, Select, Switch } from 'antd'
import type { ImportPreview, ReadingProgress } from '../../../shared/contract/imports.ts'
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/imports/columns.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './ImportsScreen.module.css'

interface ReviewBarProps {
  kind: ImportKind
  preview: ImportPreview | undefined
  onlyProblems: boolean
  onKind: (kind: ImportKind) => void
  onSheet: (sheet: string) => void
  onHeaderRow: (row: number) => void
  onOnlyProblems: (isOn: boolean) => void
}

/** What the file is read as. */
export function ReviewBar(props: ReviewBarProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { preview, kind } = props
  return (
    <>
      {preview?.importedBefore && (
        <div className={styles.notice} role="status">
          {t('imports.wizard.importedBefore', { time: formatInstant(preview.importedBefore, zone) })}
        </div>
      )}
      <div className={styles.bar}>
        <Segmented<ImportKind>
          value={kind}
          aria-label={t('imports.wizard.kindLabel')}
          options={IMPORT_KINDS.map((value) => ({ value, label: t(`imports.kind.${value}`) }))}
          onChange={props.onKind}
        />
        {preview && preview.sheets.length > 1 && (
          <Select
            className={styles.sheet ?? ''}
            value={preview.sheet}
            aria-label={t('imports.wizard.sheet')}
            options={preview.sheets.map((value) => ({ value, label: value }))}
            onChange={props.onSheet}
          />
        )}
        {preview && (
          <span className={styles.inline}>
            {t('imports.wizard.headerRow')}
            <InputNumber
              className={styles.number ?? ''}
              min={1}
              max={200}
              aria-label={t('imports.wizard.headerRow')}
              value={preview.header?.row ?? null}
              onChange={(row) => row && props.onHeaderRow(row)}
            />
          </span>
        )}
        <span className={styles.gap} />
        <span className={styles.inline}>
          <Switch
            size="small"
            checked={props.onlyProblems}
            aria-label={t('imports.wizard.onlyProblems')}
            onChange={props.onOnlyProblems}
          />
          {t('imports.wizard.onlyProblems')} <Kbd keys="F" />
        </span>
      </div>
    </>
  )
}

/** How many rows the file brings as decided so far; always in sight. */
export function Counts({
  preview,
  isChecking,
  progress,
}: {
  preview: ImportPreview | undefined
  isChecking: boolean
  progress: ReadingProgress | undefined
}) {
  const t = useTranslate()
  const counts = preview?.counts
  return (
    <span className={styles.counts} role="status">
      {counts && (
        <>
          <StatusTag tone="pine">{t('imports.wizard.accepted', { count: counts.accepted })}</StatusTag>
          {counts.blocked > 0 && (
            <StatusTag tone="red">{t('imports.wizard.blocked', { count: counts.blocked })}</StatusTag>
          )}
          {counts.remarked > 0 && (
            <StatusTag tone="amber">{t('imports.wizard.remarked', { count: counts.remarked })}</StatusTag>
          )}
          {counts.skipped > 0 && <StatusTag>{t('imports.wizard.skipped', { count: counts.skipped })}</StatusTag>}
        </>
      )}
      {isChecking && (
        <span className="faint">
          {t('imports.wizard.checking')}{' '}
          {progress && progress.of > 0 && t('imports.wizard.rowsDone', { done: progress.done, of: progress.of })}
        </span>
      )}
    </span>
  )
}
