// Apart from the schema, so that a page which is only read loads none.

/** Cards are PNG, or JPEG where they show a photograph, logos PNG or SVG, photographs of cases WebP or JPEG. */
export type PictureType = 'png' | 'svg' | 'webp' | 'jpg'

/** Where anyone finds a picture that the server holds. Another picture has another address, so that it may be kept for ever. */
export const picturePath = (hash: string, type: PictureType): string => `/pictures/${hash}.${type}`

/** What lies under a logo wherever the ground is dark: the light screens' paper, for which logos are drawn. */
export const LOGO_PLATE = '#fffdf8'
