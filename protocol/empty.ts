/**
 * POST, without body: the answer has the browser clear all that it holds of this site, also what no script may (HTTP cache, cookies
 * that only the server reads). Asked for by a page of this site alone, or any link could empty a tablet. Apart from routes.ts: no
 * JSON goes either way.
 */
export const EMPTY_PATH = '/api/v1/empty'
