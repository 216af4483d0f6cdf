export { FirstStart, ForcedPin, PinDialog, RecoveryDialog, Screen, SignIn } from './screens.ts'
