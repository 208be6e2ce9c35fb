/** Markup that is already safe to send. Only `html` makes it, so whatever a shop or a letter says is escaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

export type Piece = Html | string | number | bigint | false | null | undefined | readonly Piece[];

/** Builds markup; every value put in is escaped unless it came from `html` itself. Lists are joined, nothing prints for null and false. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Html {
  return new Html(strings.reduce((markup, string, i) => markup + print(values[i - 1]) + string));
}

function print(value: Piece): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(print).join("");
  return escaped(String(value));
}

const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes text for element content and quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}
