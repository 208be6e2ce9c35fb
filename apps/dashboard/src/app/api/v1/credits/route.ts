import { tools } from "../../../../server/tools.ts";
import { otherMethods } from "../other-methods.ts";
import { getCredits } from "./handlers.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return getCredits(await tools(), request);
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
