import { lazy } from 'react'

export const Screen = lazy(() => import('./PatrolsScreen.tsx').then((file) => ({ default: file.PatrolsScreen })))
