import { speakHere } from '../i18n/speak-here.ts'
import '../i18n/en/chapter.ts'
import './stand.css'
import { useEffect, useState } from 'preact/hooks'
import { LanguageContext, useWords } from '../i18n/language.tsx'
import type { Language } from '../i18n/languages.ts'
import { standWords } from '../i18n/stand.ts'
import { keepWorkplaceLanguage, workplaceLanguage } from '../i18n/workplace-language.ts'
import { StorageTrouble } from '../outbox/StorageTrouble.tsx'
import { startSending } from '../outbox/sending.ts'
import { lackingFiles } from '../outbox/stand-files.ts'
import { startWorker } from '../outbox/sw-bridge.ts'
import { keepFormsFromUpdates } from '../petition/Background.tsx'
import { Button } from '../ui/Button.tsx'
import { Enrolment } from './Enrolment.tsx'
import { takeEnrolLink } from './enrol-link.ts'
import { Rooms } from './Rooms.tsx'
import { TeamPage } from './TeamPage.tsx'
import { TeamContext } from './team-context.ts'
import { useDesk } from './use-desk.ts'

// Before anything is drawn: the code leaves the address and the history.
const arrived = takeEnrolLink(location, history)

/** A stand's tablet, at /stand. */
export default function Stand() {
  const [language, setLanguage] = useState(() => workplaceLanguage('stand'))
  useEffect(() => {
    startWorker()
    startSending()
    // From now on the worker keeps all that a stand needs.
    void lackingFiles()
    return keepFormsFromUpdates()
  }, [])
  useEffect(() => {
    speakHere(language)
  }, [language])
  const onSpeak = (next: Language) => {
    keepWorkplaceLanguage('stand', next)
    setLanguage(next)
  }
  return (
    <LanguageContext.Provider value={language}>
      <TeamContext.Provider value={{ onSpeak }}>
        <Tablet />
      </TeamContext.Provider>
    </LanguageContext.Provider>
  )
}

function Tablet() {
  const words = useWords(standWords)
  const { desk, problem } = useDesk()
  const [link, setLink] = useState(arrived)
  const [again, setAgain] = useState(false)
  useEffect(() => {
    // A stand's link pasted into this very tab changes the fragment and nothing else.
    const follow = () => setLink((before) => takeEnrolLink(location, history) ?? before)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])

  if (problem)
    return (
      <TeamPage>
        <StorageTrouble problem={problem} />
        <Button onClick={() => location.reload()}>{words.tryAgain}</Button>
      </TeamPage>
    )
  if (!desk)
    return (
      <TeamPage>
        <p role="status">{words.loading}</p>
      </TeamPage>
    )
  const { enrolled } = desk
  const done = () => {
    setLink(null)
    setAgain(false)
  }
  if (!enrolled || !desk.hasPin || link || again)
    return (
      <Enrolment
        key={JSON.stringify(link)}
        link={link}
        enrolling={desk.enrolling}
        already={enrolled !== null}
        lacksPin={enrolled !== null && !desk.hasPin && !link && !again}
        holds={desk.tally.waiting + desk.tally.refused > 0}
        onDone={done}
        onBack={enrolled && desk.hasPin ? done : null}
      />
    )
  return <Rooms desk={desk} enrolled={enrolled} onEnrol={() => setAgain(true)} />
}
