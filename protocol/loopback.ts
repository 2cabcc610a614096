/**
 * Whether a host is this machine's own name for itself: browsers trust it without https (W3C Secure Contexts §3.1), and no other device
 * reaches anything under it. With or without the brackets of an IPv6 address.
 */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || /^\[?::1\]?$/.test(host) || /^127(\.\d{1,3}){3}$/.test(host)
