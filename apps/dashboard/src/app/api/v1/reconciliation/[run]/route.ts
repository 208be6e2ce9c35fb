import { tools } from "../../../../../server/tools.ts";
import { getRun } from "../handlers.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ run: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return getRun(await tools(), request, (await params).run);
}
