import { tools } from "../../../../../server/tools.ts";
import { otherMethods } from "../../other-methods.ts";
import { getRun } from "../handlers.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ run: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return getRun(await tools(), request, (await params).run);
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
