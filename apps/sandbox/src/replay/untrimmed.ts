/**
 * The document as it was sent. Some recordings kept it trimmed: the first line has lost its indent, the last has not.
 * Where errors name lines and columns, that shifts them.
 */
export function untrimmed(text: string): string {
  if (!/^[\w#]/.test(text)) return text;
  const indent = /\n([ \t]+)\}$/.exec(text)?.[1];
  return indent === undefined ? text : `\n${indent}${text}`;
}
