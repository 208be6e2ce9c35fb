import { tools } from "../../../../../server/tools.ts";
import { getDifferences } from "../handlers.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return getDifferences(await tools(), request);
}
