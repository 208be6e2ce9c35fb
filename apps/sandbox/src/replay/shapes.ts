import type { Documents, Step } from "./recording.ts";

export type Json = Record<string, unknown>;

/** The document of a request, wherever the recording keeps it: beside the answer, below `request`, or in a file. */
export function textOf(value: Json, documents: Documents): string | undefined {
  const request = isObject(value.request) ? value.request : value;
  const text = [request.query, request.document, request.mutation, value.query].find(isDocument);
  const path = [request.documentPath, value.documentPath].find((entry) => typeof entry === "string");
  return text ?? (typeof path === "string" ? documents(path) : undefined);
}

/** A body as GraphQL answers it, directly or in the envelope of an HTTP client. */
export function bodyOf(response: unknown): Step["expected"] | undefined {
  if (!isObject(response)) return undefined;
  return [response.payload, response.body, response].find(
    (entry): entry is Step["expected"] =>
      isObject(entry) &&
      (isObject(entry.data) || entry.data === null || Array.isArray(entry.errors)) &&
      !("response" in entry),
  );
}

export function isObject(value: unknown): value is Json {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isDocument(value: unknown): value is string {
  return typeof value === "string" && /^[\s#\w]*[{(]|^\s*(query|mutation|#)/.test(value);
}
