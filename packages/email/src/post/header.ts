/**
 * What goes into a header becomes one line: control characters, line and paragraph separators, and marks that turn
 * the direction of text could add headers of their own or disguise what is written. A name that is set apart from its
 * sentence and closed again stays so: that turns nothing else.
 */
export function cleanHeader(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/(\u2068[^\u202a-\u202e\u2066-\u2069]*\u2069)|[\u202a-\u202e\u2066-\u2069]/gu, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** The one address in a text, or null when there is none or more than one. No display name, no list, no quoting. */
export function oneAddress(text: string): string | null {
  const address = text.trim();
  return address.length <= 254 && /^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\\p{Cc}]+$/u.test(address)
    ? address
    : null;
}
