import { tools } from "../../../../../../server/tools.ts";
import { otherMethods } from "../../../other-methods.ts";
import { postDecline } from "../../handlers.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ number: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return postDecline(await tools(), request, (await params).number);
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
