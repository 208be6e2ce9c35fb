import { tools } from "../../../../server/tools.ts";
import { getReturns } from "./handlers.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return getReturns(await tools(), request);
}
