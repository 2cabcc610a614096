/**
 * Saves a file by the browser's own download. The Blob lives only as long as the download needs to begin: a browser may move
 * large Blobs to its profile on disk, and what was opened belongs in no file but the one that the coordinator saves.
 */
export function saveFile(name: string, parts: readonly BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
