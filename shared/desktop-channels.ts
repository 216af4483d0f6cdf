/** Channels between the preload script and the desktop shell. */
export const CHANNELS = {
  requestPort: 'chenxun:request-port',
  port: 'chenxun:port',
  serviceLost: 'chenxun:service-lost',
  gaveUp: 'chenxun:gave-up',
  startAgain: 'chenxun:start-again',
  quit: 'chenxun:quit',
  locked: 'chenxun:locked',
  savePdf: 'chenxun:save-pdf',
  chooseFolder: 'chenxun:choose-folder',
} as const
