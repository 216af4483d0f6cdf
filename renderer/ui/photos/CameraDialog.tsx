import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { Kbd } from '../Kbd.tsx'
import { Overlay } from '../Overlay.tsx'
import styles from './Photos.module.css'

interface CameraDialogProps {
  onPicture: (picture: Blob) => void
  onChooseFile: () => void
  onClose: () => void
}

/** The PC's camera, rear one first. Without one it leads to a file. */
export function CameraDialog({ onPicture, onChooseFile, onClose }: CameraDialogProps) {
  const t = useTranslate()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'opening' | 'open' | 'none'>('opening')

  useEffect(() => {
    let stream: MediaStream | undefined
    let isGone = false
    const wanted = { video: { facingMode: 'environment', width: { ideal: 1600 } } }
    const asked = navigator.mediaDevices?.getUserMedia(wanted) ?? Promise.reject(new Error('No camera'))
    asked.then(
      (opened) => {
        stream = opened
        if (isGone) stop(opened)
        else if (video.current) {
          video.current.srcObject = opened
          setState('open')
        }
      },
      () => setState('none'),
    )
    return () => {
      isGone = true
      if (stream) stop(stream)
    }
  }, [])

  async function shoot(): Promise<void> {
    const source = video.current
    if (!source || state !== 'open') return
    const canvas = document.createElement('canvas')
    canvas.width = source.videoWidth
    canvas.height = source.videoHeight
    canvas.getContext('2d')?.drawImage(source, 0, 0)
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
    if (picture) onPicture(picture)
    onClose()
  }

  return (
    <Overlay label={t('common.photos.cameraTitle')} width={720} onClose={onClose}>
      <div className={styles.camera}>
        <h1>{t('common.photos.cameraTitle')}</h1>
        {state === 'none' ? (
          <p className="muted">{t('common.photos.cameraNone')}</p>
        ) : (
          <video ref={video} className={styles.video} autoPlay muted playsInline />
        )}
        <div className={styles.foot}>
          <Button
            onClick={() => {
              onClose()
              onChooseFile()
            }}
          >
            {t('common.photos.choose')}
          </Button>
          <Button type="primary" data-autofocus disabled={state !== 'open'} onClick={() => void shoot()}>
            {t('common.photos.shoot')} <Kbd keys="Enter" onDark />
          </Button>
        </div>
      </div>
    </Overlay>
  )
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
