import { listMessages, type Tools, writeMessage } from "@kept/domain";
import { answerTo } from "../answer-to.ts";
import { fromCursor, toCursor } from "../paging.ts";
import { readJson } from "../read-json.ts";
import { readQuery } from "../read-query.ts";
import { nameMissing } from "./make-refusals.ts";
import { messageFrom, messageRequest, messagesQuery } from "./message-schemas.ts";
import { numberOf } from "./numbers.ts";
import { notThere, refusedWith } from "./refusals.ts";

export function getMessages(tools: Tools, request: Request, name: string): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const read = readQuery(request, messagesQuery);
      if (!read.ok) return read;
      const { cursor, limit } = read.value;
      const number = numberOf(name);
      const page =
        number === null ? null : await listMessages(ctx, { number, limit, after: fromCursor(cursor) });
      if (!page) return notThere;
      return { ok: true, body: { data: page.rows.map(messageFrom), next: toCursor(page.next) } };
    },
    { scope: "messages:read" },
  );
}

/** Must be named: the same words, sent again an hour later, are another message and another letter. */
export function postMessage(tools: Tools, request: Request, name: string): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      if (!request.headers.get("idempotency-key")?.trim())
        return { ok: false, problem: nameMissing("message") };
      const read = await readJson(request, messageRequest);
      if (!read.ok) return read;
      const number = numberOf(name);
      if (number === null) return notThere;
      const written = await writeMessage(ctx, { which: { number }, text: read.value.text });
      if (!written.ok) return refusedWith(written.error);
      return { ok: true, status: 201, body: messageFrom(written.value) };
    },
    { scope: "messages:write", write: true },
  );
}
