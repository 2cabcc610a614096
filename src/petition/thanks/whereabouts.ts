// Where what was kept in one sitting is now, in one word for all of it. Pure.

/** here: on this device · arrived: at the server · not-taken: the server refused it */
export type Whereabouts = 'here' | 'arrived' | 'not-taken'

/** `partly`: some have arrived, the others are still here. One that was not taken is what a person has to know of. */
export function allOf(all: readonly Whereabouts[]): Whereabouts | 'partly' {
  if (all.includes('not-taken')) return 'not-taken'
  if (!all.includes('here')) return 'arrived'
  return all.includes('arrived') ? 'partly' : 'here'
}
