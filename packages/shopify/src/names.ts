/**
 * A title or a name as somebody typed it into Shopify, without the marks that embed, override or set apart a direction:
 * left open, they turn around whatever is written beside it.
 */
export function asName(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, "");
}
