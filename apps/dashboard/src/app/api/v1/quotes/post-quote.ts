import { quoteOrder, type Tools } from "@kept/domain";
import { answerTo } from "../answer-to.ts";
import { languageFor } from "../language.ts";
import { readJson } from "../read-json.ts";
import { answerFrom } from "./answer-from.ts";
import { quoteRequest } from "./quote-request.ts";
import { problemFrom } from "./refusals.ts";

/** Has some units of an order quoted for the shop whose key came with the request. */
export function postQuote(tools: Tools, request: Request): Promise<Response> {
  return answerTo(tools, request, async (ctx) => {
    const read = await readJson(request, quoteRequest);
    if (!read.ok) return read;
    const quoted = await quoteOrder(ctx, read.value);
    if (!quoted.ok) return { ok: false, problem: problemFrom(quoted.error) };
    const language = languageFor(request.headers.get("accept-language"), ctx.shop.locale);
    const { quote, fingerprint } = quoted.value;
    return { ok: true, body: answerFrom(quote, fingerprint, language), language };
  });
}
