import { tools } from "../../../../../server/tools.ts";
import { otherMethods } from "../../other-methods.ts";
import { getDifferences } from "../handlers.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return getDifferences(await tools(), request);
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
