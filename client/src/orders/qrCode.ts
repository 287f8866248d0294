import { encode } from "uqr";

export interface QrCode {
  /** The width and height, in modules. */
  size: number;
  /** The dark modules, as the path of an SVG. */
  path: string;
}

/** Returns the QR code of a text, with the error correction of printed codes. */
export function qrCodeOf(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { size, path };
}
