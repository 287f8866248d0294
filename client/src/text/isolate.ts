const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\u061C\u200F]/u;

/** Embeddings, overrides and isolates, which titles of older versions may contain. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Prevents an inserted text from changing the direction of the words around it. In markup, use `<bdi>`. */
export function isolate(text: string): string {
  const plain = text.replace(DIRECTIONS, "");
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}
