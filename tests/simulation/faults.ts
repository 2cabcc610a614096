import type { Chance } from './chance.ts'

// Which faults a run meets. Each run draws its own few and how hard they strike: faults that never rest hide each other, and
// the deep combinations come from runs in which little else goes wrong (swarm testing, Groce et al., ISSTA 2012).

/** How often each request meets it. */
export const ROAD_FAULTS = [
  'request dropped',
  'answer dropped',
  'duplicated',
  'delayed',
  'request cut short',
  'answer cut short',
  'answer lacks some',
  'server error',
  'too large',
  'too many',
  'unavailable',
  'forbidden by a proxy',
  'portal',
  'no date',
  'old challenge',
] as const
export type RoadFault = (typeof ROAD_FAULTS)[number]

/** How often each may happen to a device or to the server, beside what people do. */
export const BLOWS = [
  'tab killed',
  'worker replaced',
  'second tab',
  'tab frozen',
  'power cut',
  'clock jump',
  'storage fault',
  'storage sick',
  'offline',
  'captive portal',
  'bad proxy',
  'server killed',
  'server killed at commit',
  'server restarted',
  'proof secret lost',
  'backup',
  'restore',
  'days pass',
  'withdrawal',
  'send again',
  'file saved',
  'file brought',
  'enrolment',
  'quarantine decided',
  'revocation',
  'poison',
  'destruction',
] as const
export type Blow = (typeof BLOWS)[number]

export interface Faults {
  road: Partial<Record<RoadFault, number>>
  blows: Partial<Record<Blow, number>>
}

export function drawFaults(chance: Chance): Faults {
  const road: Faults['road'] = {}
  const blows: Faults['blows'] = {}
  const share = chance.of([0.15, 0.3, 0.5, 0.8])
  for (const fault of ROAD_FAULTS) if (chance.happens(share * 0.6)) road[fault] = chance.of([0.02, 0.08, 0.25, 0.5])
  for (const blow of BLOWS) if (chance.happens(share)) blows[blow] = chance.of([1, 3, 8])
  if (blows.restore) Object.assign(blows, { backup: chance.of([3, 8]), restore: chance.of([3, 8]) })
  if (blows['file saved']) blows['file brought'] = chance.of([1, 3, 8])
  // After it little else is left to see.
  if (chance.happens(0.9)) delete blows.destruction
  else blows.destruction &&= 0.3
  return { road, blows }
}

export const NO_FAULTS: Faults = { road: {}, blows: {} }
