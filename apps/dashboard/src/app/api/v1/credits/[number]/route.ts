import { tools } from "../../../../../server/tools.ts";
import { otherMethods } from "../../other-methods.ts";
import { getCredit } from "../handlers.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ number: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return getCredit(await tools(), request, (await params).number);
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
