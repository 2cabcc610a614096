// A letter on paper: a place on the page that only paper shows, gone as soon as that is done. Not a window of its own: an installed
// app may open none.
let paper: HTMLElement | null = null

export function printLetter(letter: string): void {
  clearPaper()
  paper = document.createElement('div')
  paper.className = 'letter-paper'
  paper.textContent = letter
  document.body.append(paper)
  document.body.classList.add('printing-letter')
  // Phones come back from `print` at once and print later.
  window.addEventListener('afterprint', clearPaper, { once: true })
  window.print()
}

/** Nothing of it stays. */
export function clearPaper(): void {
  paper?.remove()
  paper = null
  document.body.classList.remove('printing-letter')
}
