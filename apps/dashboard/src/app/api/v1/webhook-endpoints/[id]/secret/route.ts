import { tools } from "../../../../../../server/tools.ts";
import { otherMethods } from "../../../other-methods.ts";
import { postSecret } from "../../handlers.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return postSecret(await tools(), request, (await params).id);
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
