import { tools } from "../../../../server/tools.ts";
import { otherMethods } from "../other-methods.ts";
import { postQuote } from "./post-quote.ts";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  return postQuote(await tools(), request);
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
