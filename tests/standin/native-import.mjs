/** Node's own import, so that the runner of the tests does not transform the built files. Loaded by `require`. */
export const importUntouched = (address) => import(address)
