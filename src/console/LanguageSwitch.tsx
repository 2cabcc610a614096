import { Button } from '../ui/Button.tsx'

export interface LanguageSwitchProps {
  /** The other language's own name. */
  label: string
  language: string
  onSpeak: () => void
}

export const LanguageSwitch = ({ label, language, onSpeak }: LanguageSwitchProps) => (
  <Button kind="link" onClick={onSpeak}>
    <span lang={language}>{label}</span>
  </Button>
)
