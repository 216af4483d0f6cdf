import { lazy } from 'react'

/** Sign-in must not wait for the people list, nor the list for the first start: each loads by itself. */
export const Screen = lazy(() => import('./PeoplePage.tsx').then((file) => ({ default: file.PeoplePage })))
export const SignIn = lazy(() => import('./SignInPage.tsx').then((file) => ({ default: file.SignInPage })))
export const FirstStart = lazy(() => import('./FirstStartPage.tsx').then((file) => ({ default: file.FirstStartPage })))
export const ForcedPin = lazy(() => import('./ForcedPinPage.tsx').then((file) => ({ default: file.ForcedPinPage })))
export const PinDialog = lazy(() => import('./PinDialog.tsx').then((file) => ({ default: file.PinDialog })))
