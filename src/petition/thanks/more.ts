// What a thank-you offers beside itself: it leads to where a network is wanted.
export { Install } from './Install.tsx'
export { NextSteps } from './NextSteps.tsx'
