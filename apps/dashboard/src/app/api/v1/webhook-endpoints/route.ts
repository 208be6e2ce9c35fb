import { tools } from "../../../../server/tools.ts";
import { otherMethods } from "../other-methods.ts";
import { getEndpoints, postEndpoint } from "./handlers.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return getEndpoints(await tools(), request);
}

export async function POST(request: Request): Promise<Response> {
  return postEndpoint(await tools(), request);
}

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
