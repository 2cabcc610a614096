import { expect, type Page } from '@playwright/test'

/** Fails where the page can be scrolled sideways, or something sticks out of the window or is cut by the box that it stands in. */
export async function whole(page: Page, screen: string): Promise<void> {
  const found = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const found = scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : []
    for (const it of document.body.querySelectorAll<HTMLElement>('*')) {
      // Words for screen readers stand in a box of one pixel; a field scrolls what is written into it.
      if (it.closest('.unseen, .skip, svg, input, textarea, select, noscript')) continue
      const { left, right, width, height } = it.getBoundingClientRect()
      const { visibility, overflowX, overflowY } = getComputedStyle(it)
      if (width === 0 || height === 0 || visibility === 'hidden') continue
      const name = `${it.tagName.toLowerCase()}.${it.className} “${(it.textContent ?? '').slice(0, 40)}”`
      if (left < -1 || right > clientWidth + 1) found.push(`${name} sticks out`)
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (cuts(overflowX) && it.scrollWidth > it.clientWidth + 1) found.push(`${name} is cut at its side`)
      if (cuts(overflowY) && it.scrollHeight > it.clientHeight + 1) found.push(`${name} is cut below`)
    }
    return found
  })
  expect.soft(found, screen).toEqual([])
}
