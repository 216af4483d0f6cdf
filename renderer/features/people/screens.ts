import { lazy } from 'react'

export { SignInPage as SignIn } from './SignInPage.tsx'

/** Sign-in comes with the first screen; the others load by themselves. */
export const Screen = lazy(() => import('./PeoplePage.tsx').then((file) => ({ default: file.PeoplePage })))
export const FirstStart = lazy(() => import('./FirstStartPage.tsx').then((file) => ({ default: file.FirstStartPage })))
export const ForcedPin = lazy(() => import('./ForcedPinPage.tsx').then((file) => ({ default: file.ForcedPinPage })))
export const RecoveryDialog = lazy(() =>
  import('./RecoveryDialog.tsx').then((file) => ({ default: file.RecoveryDialog })),
)
export const PinDialog = lazy(() => import('./PinDialog.tsx').then((file) => ({ default: file.PinDialog })))
