/** Returns random bytes in hexadecimal digits. Works on every origin; `crypto.randomUUID` exists on secure ones only. */
export function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}
