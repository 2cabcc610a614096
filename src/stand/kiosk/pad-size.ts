import { DRAWN_WIDTH } from '../../../protocol/drawn.ts'

/** The field for a drawn signature is as wide and as high as this on every screen, so that each drawing has the same frame. */
export const PAD_HEIGHT = Math.round(DRAWN_WIDTH * 0.4)
