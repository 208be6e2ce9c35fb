import { tools } from "../../../../server/tools.ts";
import { getEndpoints, postEndpoint } from "./handlers.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return getEndpoints(await tools(), request);
}

export async function POST(request: Request): Promise<Response> {
  return postEndpoint(await tools(), request);
}
