/**
 * Returns an absolute path of this page's origin, and nothing for any other text. Browsers ignore tabs and line breaks in
 * addresses and read a backslash as a slash, so that a prefix says little about where an address leads.
 */
export function ownPath(address: string): string | undefined {
  const isPath = /^\/(?![/\\])/.test(address) && !/[\s\p{Cc}]/u.test(address);
  return isPath ? address : undefined;
}
