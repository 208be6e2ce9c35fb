import { tools } from "../../../../../server/tools.ts";
import { getReturn } from "../handlers.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ number: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return getReturn(await tools(), request, (await params).number);
}
