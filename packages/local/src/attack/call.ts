import type { Visitor } from "./people.ts";

/** What came back, as far as two answers are compared. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly location: string | null;
}

/** Asks, and follows only where Next sends a script to name what it reads (`_rsc`): behind that stands the answer. */
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
  const to = response.headers.get("location");
  if (response.status === 307 && to && /[?&]_rsc(=|$)/.test(to) && !/[?&]_rsc(=|$)/.test(path)) {
    await response.body?.cancel();
    return call(origin, to, visitor, init);
  }
  return {
    status: response.status,
    body: await response.text(),
    location: to ?? response.headers.get("x-action-redirect"),
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
    for (const [name, text] of value) body.append(`_${forms}_${name}`, text);
    return `$K${forms}`;
  });
  body.append("0", JSON.stringify(encoded));
  return call(origin, path, visitor, {
    method: "POST",
    body,
    headers: { "next-action": action.id, origin, accept: "text/x-component" },
  });
}

/**
 * Two answers that tell a stranger the same: names of what was asked for, what every answer has anew, and the order in
 * which a streamed page's parts happen to come, left out.
 */
export function sameTo(
  stranger: Answered,
  absent: Answered,
  names: readonly (readonly [string, string])[],
): boolean {
  return plain(stranger, names) === plain(absent, names);
}

function plain({ status, body, location }: Answered, names: readonly (readonly [string, string])[]): string {
  const differing = names.filter(([one, other]) => one !== other && one !== "" && other !== "");
  const parts = differing
    .reduce(
      (text, pair) => pair.reduce((rest, name) => rest.replaceAll(name, "NAME"), text),
      `${body}\n${location}`,
    )
    .replaceAll(/[A-Za-z0-9+/]{22}==/g, "NONCE")
    .replaceAll(/"[A-Za-z0-9_-]{21}[vm]"/g, "ID")
    .replaceAll(/"requestId":"[0-9a-f-]{36}"/g, "REQUEST")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replaceAll(/\b\d{10,}(\.\d+)?\b/g, "TIME")
    .replaceAll(/\$[A-Z@]?[0-9a-f]+\b/g, "$REF")
    .split(/\n|<script/)
    .map((part) => part.replace(/^[0-9a-f]+:/, ""));
  return JSON.stringify([status, parts.sort()]);
}
