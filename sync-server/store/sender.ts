/** A device that has proved its key: 65 raw bytes, base64url. Whether anybody enrolled it, the store knows. */
export interface Sender {
  device: string
  key: string
}
