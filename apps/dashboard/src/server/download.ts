import type { Export, Refusal, Result } from "@kept/domain";
import { sayTo } from "./words.ts";

/** A file for a spreadsheet, sent as it is read; or, where it was refused, the sentence that says why. */
export function download(made: Result<Export, Refusal>): Response {
  if (!made.ok) return new Response(sayTo(made.error), { status: 403 });
  const { name, text } = made.value;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
