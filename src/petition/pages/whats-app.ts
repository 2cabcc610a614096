/** Works without script, and asks nothing of anybody before it is touched. Half a character, which a cut text may end in, cannot be in a link. */
export const whatsApp = (text: string): string =>
  `https://wa.me/?text=${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}`
