/**
 * What a person typed or pasted, as others would have typed it: full-width letters, digits of any script and the dashes
 * of Japanese keyboards are plain ones, and the marks that come along unseen when text is copied are gone.
 */
export function asTyped(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/(?<=[A-Za-z0-9])[\u2212\u30fc]/g, "-")
    .trim();
}

/** A decimal digit of any script: each script's ten stand in a row that starts at a multiple of its zero. */
function digitOf(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1;
  return String(point - zero);
}
