import type { Visitor } from "./world.ts";

/** What came back, as far as two answers are compared. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly location: string | null;
}

export async function call(
  origin: string,
  path: string,
  visitor: Pick<Visitor, "cookie"> | null,
  init: RequestInit = {},
): Promise<Answered> {
  const headers = new Headers(init.headers);
  if (visitor?.cookie) headers.set("cookie", visitor.cookie);
  const response = await fetch(`${origin}${path}`, {
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
    ...init,
    headers,
  });
  return {
    status: response.status,
    body: await response.text(),
    location: response.headers.get("location") ?? response.headers.get("x-action-redirect"),
  };
}

/** Calls a server action as a page's script would: its arguments as React encodes them, forms as fields. */
export function callAction(
  origin: string,
  path: string,
  visitor: Pick<Visitor, "cookie"> | null,
  action: { readonly id: string; readonly values: readonly unknown[] },
): Promise<Answered> {
  const body = new FormData();
  let forms = 0;
  const encoded = action.values.map((value) => {
    if (!(value instanceof Map)) return value === undefined ? "$undefined" : value;
    forms += 1;
    for (const [name, text] of value) body.append(`${forms}_${name}`, text);
    return `$K${forms}`;
  });
  body.append("0", JSON.stringify(encoded));
  return call(origin, path, visitor, {
    method: "POST",
    body,
    headers: { "next-action": action.id, origin, accept: "text/x-component" },
  });
}

/** Two answers that tell a stranger the same: names of what was asked for, and what every answer has anew, left out. */
export function sameTo(stranger: Answered, absent: Answered, names: readonly [string, string]): boolean {
  const plain = (answer: Answered, name: string) =>
    JSON.stringify({ ...answer, body: answer.body, location: answer.location })
      .replaceAll(name, "NAME")
      .replaceAll(encodeURIComponent(name), "NAME")
      .replaceAll(/nonce=\\?"[^"\\]*\\?"|nonce-[A-Za-z0-9+/=]+/g, "NONCE")
      .replaceAll(/[A-Za-z0-9+/]{22}==/g, "NONCE")
      .replaceAll(/\b\d{10,}\b/g, "TIME")
      .replaceAll(/"(b|digest)":"[^"]*"/g, "");
  return plain(stranger, names[0]) === plain(absent, names[1]);
}
