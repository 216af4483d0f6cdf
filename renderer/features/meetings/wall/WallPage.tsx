import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { WallBlock, WallScreen } from '../../../../shared/contract/meeting-screen.ts'
import { useOpenDialog } from '../../../app/layer-store.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useNow } from '../../../services/clock.ts'
import { useApi } from '../../../services/use-client.ts'
import { clockText } from '../clock-text.ts'
import { stepTime } from '../step-time.ts'
import { useMayWrite, useWallGoTo } from '../use-meeting-actions.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import { isEmpty } from './block-words.ts'
import styles from './Wall.module.css'
import { WallBlocks } from './WallBlocks.tsx'

const SECOND_MS = 1_000
/** Somebody else may answer a round while the wall is up. */
const REFRESH_MS = 10_000
/** So many blocks stand beside the step; more stand below it. */
const MOST_BESIDE = 2

/** Fills the window and follows the running meeting, in whichever window of the outlet it is opened. */
export function WallPage({ onLeave }: { onLeave: () => void }) {
  const t = useTranslate()
  const api = useApi()
  const early = useRef(0)
  const { data, isPending } = useQuery({
    ...api.meetings.wall.queryOptions({ input: {} }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  })
  useOpenDialog(true)
  useFullScreenLeft(onLeave)
  return createPortal(
    <div className={styles.wall} role="dialog" aria-modal="true" aria-label={t('meetings.run.wall')} data-wall>
      {data ? (
        <Running screen={data} early={early} onLeave={onLeave} />
      ) : isPending ? (
        <Coming early={early} onLeave={onLeave} />
      ) : (
        <Waiting onLeave={onLeave} />
      )}
    </div>,
    document.body,
  )
}

interface Shown {
  /** Steps asked for before the first screen had come. */
  early: RefObject<number>
  onLeave: () => void
}

function Running({ screen, early, onLeave }: { screen: WallScreen } & Shown) {
  const t = useTranslate()
  const words = useMeetingWords()
  const now = useNow(SECOND_MS)
  const mayWrite = useMayWrite()
  const { position, steps, step } = screen
  const { go } = useWallGoTo({ meeting: screen.meeting, position, count: steps.length })
  const next = steps[position + 1]
  const { filled, empty } = useMemo(() => split(screen.blocks), [screen.blocks])
  const isMany = filled.length > MOST_BESIDE
  const time = stepTime({ ...screen, minutes: step.minutes }, now)

  const move = (by: number) => mayWrite && go(by)
  useEffect(() => {
    const by = early.current
    early.current = 0
    if (by !== 0) move(by)
  })
  useCommands([...moving(move), ...leaving(onLeave)])
  return (
    <>
      <header className={styles.head}>
        <span>{words.text(screen.name)}</span>
        <span>{t('meetings.wall.host', { name: screen.host })}</span>
        <span className={styles.progress}>
          {steps.map((one, index) => (
            <i
              key={`${one.name.zh}-${index.toString()}`}
              data-state={index < position ? 'past' : index === position ? 'now' : 'ahead'}
            />
          ))}
        </span>
        <b className={styles.timer} data-tone={time.tone} role="timer">
          {time.left >= 0 ? clockText(time.left) : t('meetings.run.over', { time: clockText(-time.left) })}
        </b>
      </header>
      <div className={styles.main} data-many={isMany || undefined}>
        <div className={styles.step}>
          <p className={styles.number}>{t('meetings.run.step', { number: position + 1, count: steps.length })}</p>
          <h1 tabIndex={-1}>{words.text(step.name)}</h1>
          <ul className={styles.prompts}>
            {step.prompts.map((prompt) => (
              <li key={prompt.zh}>{words.text(prompt)}</li>
            ))}
          </ul>
        </div>
        {screen.blocks.length > 0 && (
          <div className={styles.data}>
            <WallBlocks key={position} blocks={filled} empty={empty} />
          </div>
        )}
      </div>
      <footer className={styles.foot}>
        <span>{next ? t('meetings.wall.next', { name: words.text(next.name) }) : t('meetings.wall.last')}</span>
        {time.tone === 'note' && <span className={styles.note}>{t('meetings.wall.overNote')}</span>}
        <button type="button" className={styles.leave} onClick={onLeave}>
          {t('meetings.wall.close')}
        </button>
      </footer>
    </>
  )
}

/** Where nothing at all is to be shown each block still says so in its own place. */
function split(blocks: readonly WallBlock[]) {
  const filled = blocks.filter((block) => !isEmpty(block))
  return filled.length > 0 ? { filled, empty: blocks.filter(isEmpty) } : { filled: blocks, empty: [] }
}

function Waiting({ onLeave }: { onLeave: () => void }) {
  const t = useTranslate()
  useCommands(leaving(onLeave))
  return (
    <div className={styles.waiting}>
      <h1>{t('meetings.wall.none')}</h1>
      <p>{t('meetings.wall.noneText')}</p>
      <button type="button" className={styles.leave} onClick={onLeave}>
        {t('meetings.wall.close')}
      </button>
    </div>
  )
}

/** Says nothing yet: whether a meeting runs is not known. What a clicker sends counts all the same. */
function Coming({ early, onLeave }: Shown) {
  const move = (by: number) => {
    early.current += by
  }
  useCommands([...moving(move), ...leaving(onLeave)])
  return null
}

function moving(move: (by: number) => void) {
  return [
    ...(['Right', 'Down', 'PageDown', 'Space'] as const).map((shortcut) => ({
      id: `wall-next-${shortcut}`,
      key: 'meetings.commands.next' as const,
      shortcut,
      isKeyOnly: true,
      inDialogs: true,
      run: () => move(1),
    })),
    ...(['Left', 'Up', 'PageUp'] as const).map((shortcut) => ({
      id: `wall-before-${shortcut}`,
      key: 'meetings.commands.before' as const,
      shortcut,
      isKeyOnly: true,
      inDialogs: true,
      run: () => move(-1),
    })),
  ]
}

function leaving(onLeave: () => void) {
  return [
    {
      id: 'wall-leave',
      key: 'meetings.commands.leaveWall' as const,
      shortcut: 'Escape',
      isKeyOnly: true,
      inDialogs: true,
      run: onLeave,
    },
    {
      id: 'wall-full-screen',
      key: 'meetings.commands.fullScreen' as const,
      shortcut: 'F11',
      isKeyOnly: true,
      inDialogs: true,
      run: () => void toggleFullScreen(),
    },
  ]
}

/** Refused where the shell forbids it: the wall then fills the window, which is enough. */
async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await document.documentElement.requestFullscreen().catch(() => undefined)
}

/** Escape in full screen is the browser's own: leaving it leaves the wall. */
function useFullScreenLeft(onLeave: () => void): void {
  useEffect(() => {
    const left = () => {
      if (!document.fullscreenElement) onLeave()
    }
    document.addEventListener('fullscreenchange', left)
    return () => {
      document.removeEventListener('fullscreenchange', left)
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [onLeave])
}
