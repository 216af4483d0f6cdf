import { Button } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useRouteGuard } from '../../app/use-route-guard.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { ConfirmDanger } from '../../ui/ConfirmDanger.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useLeaveGuard } from '../../ui/use-leave-guard.ts'
import { ConfirmLeftOut } from './ConfirmLeftOut.tsx'
import { type Decisions, fixCell, isUntouched, mapColumn, toggleRow } from './decisions.ts'
import styles from './ImportsScreen.module.css'
import type { ImportOutcome } from './ImportsScreen.tsx'
import { ReadingFile } from './ReadingFile.tsx'
import { Counts, ReviewBar } from './ReviewBar.tsx'
import { ReviewFailure } from './ReviewFailure.tsx'
import { ReviewSide } from './ReviewSide.tsx'
import { ReviewTable } from './ReviewTable.tsx'
import { useConfirmImport } from './use-confirm-import.ts'
import { useProblemsFile } from './use-import-files.ts'
import { type ImportView, useImportPreview } from './use-import-preview.ts'
import { useJumpToRow } from './use-jump-to-row.ts'
import { useKnownWords } from './use-known-words.ts'

const FIRST_PAGE: ImportView = { rowsFrom: 0, problemsFrom: 0, onlyProblems: false }

interface ReviewFileProps {
  file: File
  firstKind: ImportKind
  onLeave: () => void
  onDone: (outcome: ImportOutcome) => void
}

/** What will happen, row by row; nothing is saved before it is confirmed. */
export function ReviewFile({ file, firstKind, onLeave, onDone }: ReviewFileProps) {
  const t = useTranslate()
  const [kind, setKind] = useState(firstKind)
  const [decisions, setDecisions] = useState<Decisions>({})
  const [view, setView] = useState<ImportView>(FIRST_PAGE)
  const [isAsking, setAsking] = useState(false)
  const { onlyProblems } = view
  const { preview, error, isChecking, progress, retry } = useImportPreview(file, kind, decisions, view)
  const words = useKnownWords(kind, preview)
  const confirm = useConfirmImport(onDone)
  const problemsFile = useProblemsFile(file, kind, decisions)
  const guard = useLeaveGuard(!isUntouched(decisions), onLeave)
  const route = useRouteGuard(!isUntouched(decisions) && !confirm.isBusy)
  const accepted = preview?.counts.accepted ?? 0
  const mayConfirm = accepted > 0 && !isChecking && !error && !confirm.isBusy
  const blocked = preview?.counts.blocked ?? 0
  const save = () => mayConfirm && (blocked > 0 ? setAsking(true) : saveNow())
  const setOnlyProblems = (isOn: boolean) => setView({ ...FIRST_PAGE, onlyProblems: isOn })
  const jump = useJumpToRow(preview, (aroundRow) => setView({ ...view, aroundRow }))

  function saveNow() {
    setAsking(false)
    confirm.run({ kind, file, fileName: file.name, decisions })
  }

  /** A choice with the focus would take Enter for itself, whatever is held with it. */
  function confirmFromChoice(event: KeyboardEvent<HTMLElement>) {
    const isConfirm = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isConfirm || !(event.target instanceof Element) || !event.target.matches('[role=combobox]')) return
    event.preventDefault()
    event.stopPropagation()
    if (!event.repeat) save()
  }

  useCommands([
    { id: 'import-confirm', key: 'imports.wizard.hints.confirm', shortcut: 'Ctrl+Enter', run: save },
    {
      id: 'import-only-problems',
      key: 'imports.wizard.onlyProblems',
      shortcut: 'F',
      run: () => setOnlyProblems(!onlyProblems),
    },
    { id: 'import-other', key: 'imports.wizard.other', shortcut: 'Ctrl+O', run: guard.leave },
  ])
  useKeyHints(
    [
      { keys: ['F'], text: t('imports.wizard.hints.only') },
      { keys: ['Up', 'Down', 'Left', 'Right'], text: t('imports.wizard.hints.move') },
      { keys: ['Enter'], text: t('imports.wizard.hints.edit') },
      { keys: ['Delete'], text: t('imports.wizard.hints.leaveOut') },
      { keys: ['Ctrl+Enter'], text: t('imports.wizard.hints.confirm') },
    ],
    t('imports.wizard.nothingSaved'),
  )

  return (
    <div className={styles.review} onKeyDownCapture={confirmFromChoice}>
      <PageHeader
        title={t('imports.wizard.title')}
        lead={
          <span className={styles.lead}>
            <span className={styles.fileName} title={file.name}>
              {file.name}
            </span>
            <Counts {...{ preview, isChecking, progress }} />
          </span>
        }
        actions={
          <>
            <Button disabled={!preview} loading={problemsFile.isBusy} onClick={problemsFile.run}>
              {t('imports.wizard.problemsFile')}
            </Button>
            <Button onClick={guard.leave}>{t('imports.wizard.other')}</Button>
            <Button type="primary" disabled={!mayConfirm} loading={confirm.isBusy} onClick={save}>
              {t('imports.wizard.confirm', { count: accepted })} <Kbd keys="Ctrl+Enter" onDark />
            </Button>
          </>
        }
      />
      <ReviewBar
        {...{ kind, preview, onlyProblems }}
        onKind={(chosen) => {
          setKind(chosen)
          setDecisions({})
          setView(FIRST_PAGE)
        }}
        onSheet={(sheet) => {
          setDecisions({ sheet })
          setView(FIRST_PAGE)
        }}
        onHeaderRow={(headerRow) => setDecisions({ ...decisions, headerRow })}
        onOnlyProblems={setOnlyProblems}
      />
      {Boolean(error) && !isChecking && (
        <ReviewFailure
          error={error}
          onHeaderRow={(headerRow) => setDecisions({ ...decisions, headerRow })}
          onRetry={() => void retry()}
        />
      )}
      {!preview && !error && (
        <div className={styles.pick}>
          <ReadingFile fileName={file.name} progress={progress} onCancel={onLeave} />
        </div>
      )}
      {preview && (
        <div className={styles.reviewBody}>
          <ReviewTable
            {...{ preview, decisions }}
            onPage={({ rowsFrom }) => setView({ onlyProblems, rowsFrom, problemsFrom: view.problemsFrom })}
            onMap={(header, field) => setDecisions(mapColumn(decisions, preview.header?.columns ?? [], header, field))}
            onFix={(row, field, text, original) => setDecisions(fixCell(decisions, row, field, text, original))}
            onLeaveOut={(row) => setDecisions(toggleRow(decisions, 'leftOut', row))}
            onHeaderRow={(headerRow) => setDecisions({ ...decisions, headerRow })}
          />
          <ReviewSide
            key={kind}
            {...{ preview, decisions, words }}
            problemsFrom={view.problemsFrom}
            onProblems={(problemsFrom) => setView({ ...view, problemsFrom })}
            onJump={jump}
            onFix={(row, field, text) => setDecisions(fixCell(decisions, row, field, text, ''))}
            onToggle={(list, row) => setDecisions(toggleRow(decisions, list, row))}
            onWord={(list, key, choice) =>
              setDecisions({ ...decisions, [list]: { ...decisions[list], [key]: choice } })
            }
          />
        </div>
      )}
      <ConfirmLeftOut
        isOpen={isAsking}
        {...{ blocked, accepted }}
        onConfirm={saveNow}
        onCancel={() => setAsking(false)}
      />
      <ConfirmDanger
        isOpen={guard.isAsking || route.isAsking}
        title={t(route.isAsking ? 'imports.wizard.leaveTitle' : 'imports.wizard.otherTitle')}
        text={t('imports.wizard.otherText')}
        confirmLabel={t(route.isAsking ? 'imports.wizard.leaveGo' : 'imports.wizard.otherGo')}
        cancelLabel={t('common.keepEditing')}
        onConfirm={route.isAsking ? route.discard : guard.discard}
        onCancel={route.isAsking ? route.stay : guard.stay}
      />
    </div>
  )
}
