// In a bundle of the simulation this stands in the place of the files that join the outbox to a real browser.
const none = (): never => {
  throw new Error('the simulation has no browser')
}
export const askForSync = none
export const drainHere = none
export const onKept = none
export const prove = none
