import type { NowhereWords } from '../fr/nowhere.ts'

export const en: NowhereWords = {
  noCampaign: {
    title: 'No campaign at the moment',
    text: 'There is nothing to sign today. Please come back soon.',
  },
  notFoundText: 'The link may be incomplete, or the petition is not published yet.',
  home: 'Go to the home page',
  offline: 'You are offline',
  offlineText:
    'This page has not been read on this device yet. Open it once with a network; after that it opens without one too.',
  notSecure: 'Nobody can sign at an http address: browsers encrypt on https alone.',
  failed: 'The campaign could not be loaded',
  failedText: 'The server did not answer as it should. Try again in a moment.',
}
