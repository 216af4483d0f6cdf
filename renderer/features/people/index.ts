export { FirstStart, ForcedPin, PinDialog, Screen, SignIn } from './screens.ts'
