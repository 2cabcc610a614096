import type { Petition } from '../../../protocol/petition.ts'
import { picturePath } from '../../../protocol/picture-path.ts'
import { Drawing } from '../../ui/Drawing.tsx'

/** The photograph that an editor brought, or our drawing. An empty `alt` where the words beside it say enough. */
export function CasePicture({ petition, alt }: { petition: Petition; alt: string }) {
  const { picture: photo } = petition
  if (!photo) return <Drawing name={petition.drawing} alt={alt} />
  const { picture, type, width, height } = photo
  return <img class="art" src={picturePath(picture, type)} width={width} height={height} alt={alt} />
}
