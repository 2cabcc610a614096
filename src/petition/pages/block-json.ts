/** JSON that can stand inside a `<script>` that holds data: nothing in it can end the block or open a comment. */
export const blockJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)
