// A browser's own word for itself, as roughly as a person needs it to know a session again. More would only be a fingerprint.

const BROWSERS: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** `Firefox, Windows`; '' where neither is known. */
export function agentOf(header: string | undefined): string {
  const found = [BROWSERS, SYSTEMS].map((known) => known.find(([mark]) => mark.test(header ?? ''))?.[1])
  return found.filter((it) => it !== undefined).join(', ')
}
