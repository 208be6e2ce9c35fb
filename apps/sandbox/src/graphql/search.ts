/**
 * Shopify's search syntax as far as it is used here: terms joined by blanks (AND), `OR`, `-` and `NOT`, brackets,
 * `field:value`, quoted values, `*` at a word's end, comparisons (`>=`, `<=`, `>`, `<`) and lists `a,b`. What is not
 * understood is ignored by Shopify rather than refused; a field that does not exist matches everything.
 */
export type Search =
  | { kind: "all" }
  | { kind: "and" | "or"; parts: Search[] }
  | { kind: "not"; part: Search }
  | { kind: "term"; field: string | null; operator: string; value: string; quoted: boolean };

export type SearchValue = string | number | Date | boolean | null | undefined | readonly string[];
export type SearchField<T> = (item: T) => SearchValue;

export function parseSearch(query: string | null | undefined): Search {
  const tokens = tokenize(query ?? "");
  let index = 0;
  return tokens.length === 0 ? { kind: "all" } : either();

  function either(): Search {
    const parts = [every()];
    while (tokens[index]?.text === "OR" && !tokens[index]?.quoted) {
      index += 1;
      parts.push(every());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "or", parts };
  }

  function every(): Search {
    const parts: Search[] = [];
    while (index < tokens.length && tokens[index]?.text !== ")" && tokens[index]?.text !== "OR") {
      if (tokens[index]?.text === "AND") index += 1;
      else parts.push(single());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "and", parts };
  }

  function single(): Search {
    const token = tokens[index];
    index += 1;
    if (!token) return { kind: "all" };
    if (token.text === "(" && !token.quoted) {
      const inner = either();
      index += 1;
      return inner;
    }
    if (token.text === "NOT" && !token.quoted) return { kind: "not", part: single() };
    return token.negated ? { kind: "not", part: term(token) } : term(token);
  }
}

export function matches<T>(search: Search, item: T, fields: Record<string, SearchField<T>>): boolean {
  switch (search.kind) {
    case "all":
      return true;
    case "and":
      return search.parts.every((part) => matches(part, item, fields));
    case "or":
      return search.parts.some((part) => matches(part, item, fields));
    case "not":
      return !matches(search.part, item, fields);
    case "term": {
      const read = search.field === null ? fields.default : fields[search.field];
      return read ? fits(read(item), search) : true;
    }
  }
}

type Term = Extract<Search, { kind: "term" }>;

function fits(value: SearchValue, { operator, value: wanted }: Term): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value))
    return value.some((entry) => fits(entry as string, { operator, value: wanted } as Term));
  if (value instanceof Date) return compare(value.getTime(), Date.parse(wanted), operator);
  if (typeof value === "number")
    return compare(value, Number(wanted.replace(/^gid:\/\/shopify\/\w+\//, "")), operator);
  if (wanted === "*") return true;
  if (operator !== "") return compare(String(value).toLowerCase(), wanted.toLowerCase(), operator);
  const [own, asked] = [String(value).toLowerCase(), wanted.toLowerCase()];
  if (asked.endsWith("*"))
    return (
      own.startsWith(asked.slice(0, -1)) || words(own).some((word) => word.startsWith(asked.slice(0, -1)))
    );
  return own === asked || words(own).join(" ") === words(asked).join(" ");
}

function words(text: string): string[] {
  return text.split(/[\s#]+/).filter(Boolean);
}

function compare<T extends string | number>(own: T, wanted: T, operator: string): boolean {
  if (operator === ">=") return own >= wanted;
  if (operator === "<=") return own <= wanted;
  if (operator === ">") return own > wanted;
  if (operator === "<") return own < wanted;
  return own === wanted;
}

interface Token {
  text: string;
  field: string | null;
  quoted: boolean;
  negated: boolean;
}

function term({ field, text, quoted }: Token): Search {
  const comparison = quoted ? null : /^(>=|<=|>|<)(.*)$/.exec(text);
  const value = unquote(comparison?.[2] ?? text);
  const options = field && !quoted && value.includes(",") ? value.split(",") : [value];
  const terms = options.map(
    (option): Search => ({ kind: "term", field, operator: comparison?.[1] ?? "", value: option, quoted }),
  );
  return terms.length === 1 && terms[0] ? terms[0] : { kind: "or", parts: terms };
}

function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  const pattern =
    /([()])|(-?)(?:([A-Za-z_.]+):)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:>=|<=|>|<)?(?:"[^"]*"|'[^']*'|[^\s()]+)))/g;
  for (const match of query.matchAll(pattern)) {
    const quoted = match[4] ?? match[5];
    const text = match[1] ?? quoted?.replace(/\\(.)/g, "$1") ?? match[6] ?? "";
    tokens.push({
      text,
      field: match[3]?.toLowerCase() ?? null,
      quoted: quoted !== undefined,
      negated: match[2] === "-",
    });
  }
  return tokens;
}
