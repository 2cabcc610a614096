// One question of a device and its answer, as they travel.

export interface Question {
  /** The device that asks. */
  from: string
  method: 'PUT' | 'POST' | 'GET'
  path: string
  headers: Record<string, string>
  body: Uint8Array
  /** The body as the device sent it, where it was cut short on its way. */
  meant: string
}

export interface Reply {
  status: number
  headers: Record<string, string>
  text: string
}
