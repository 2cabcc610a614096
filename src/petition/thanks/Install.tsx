import { useState } from 'preact/hooks'
import { installWords } from '../../i18n/install.ts'
import { useWords } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { install, installOffer } from '../install.ts'
import { installAdvice } from './install-advice.ts'

/**
 * In localStorage: one word that is read at once, that says nothing of anybody, and that goes with the site's data. The outbox
 * holds what must not be lost; this may be.
 */
const DECLINED = 'paraphe-install-declined'

/** Once somebody has said no, never again. */
export function Install() {
  const words = useWords(installWords)
  const [advice, setAdvice] = useState(() =>
    installAdvice({
      installed:
        matchMedia('(display-mode: standalone)').matches ||
        ('standalone' in navigator && navigator.standalone === true),
      offered: installOffer() !== null,
      userAgent: navigator.userAgent,
      touchPoints: navigator.maxTouchPoints,
      declined: isDeclined(),
    }),
  )
  if (!advice) return null
  const decline = () => {
    remember()
    setAdvice(null)
  }
  const now = async () => {
    if (await install()) setAdvice(null)
    else decline()
  }
  return (
    <section class="thanks-step" aria-labelledby="thanks-install">
      <h2 id="thanks-install">{words.install}</h2>
      <p class="small muted">{words.installText}</p>
      {advice === 'apple' && <p>{words.installApple}</p>}
      <div class="row">
        {advice === 'button' && (
          <Button kind="link" onClick={() => void now().catch(decline)}>
            {words.installNow}
          </Button>
        )}
        <Button kind="link" onClick={decline}>
          {words.notNow}
        </Button>
      </div>
    </section>
  )
}

/** Where storage is refused it is asked again: rather that than a broken thank-you. */
function isDeclined(): boolean {
  try {
    return localStorage.getItem(DECLINED) !== null
  } catch {
    return false
  }
}

function remember(): void {
  try {
    localStorage.setItem(DECLINED, '1')
  } catch {}
}
