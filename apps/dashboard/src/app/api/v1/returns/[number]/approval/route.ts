import { tools } from "../../../../../../server/tools.ts";
import { postApproval } from "../../handlers.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ number: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return postApproval(await tools(), request, (await params).number);
}
