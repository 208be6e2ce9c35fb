import { tools } from "../../../../server/tools.ts";
import { getCredits } from "./handlers.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return getCredits(await tools(), request);
}
