import type { Petition } from '../../../protocol/petition.ts'

// A photograph in place of a case's drawing, and back. What somebody wrote about the one is never thrown away for the other.

type Picture = NonNullable<Petition['picture']>

/** The description that was written before stays: the photograph's where there was one, else the drawing's. */
export const withPhoto = (petition: Petition, photo: Omit<Picture, 'alt'>): Petition => ({
  ...petition,
  picture: { ...photo, alt: petition.picture?.alt ?? petition.drawingAlt },
})

/** Back to the drawing. Where that has no description of its own, it takes the photograph's. */
export function withoutPhoto({ picture, ...petition }: Petition): Petition {
  const own = Object.entries(petition.drawingAlt).filter(([, words]) => words.trim() !== '')
  return { ...petition, drawingAlt: { ...petition.drawingAlt, ...picture?.alt, ...Object.fromEntries(own) } }
}
