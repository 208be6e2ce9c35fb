import { tools } from "../../../../../../server/tools.ts";
import { otherMethods } from "../../../other-methods.ts";
import { getMessages, postMessage } from "../../message-handlers.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ number: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return getMessages(await tools(), request, (await params).number);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return postMessage(await tools(), request, (await params).number);
}

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
