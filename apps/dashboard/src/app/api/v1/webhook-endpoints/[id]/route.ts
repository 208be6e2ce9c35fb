import { tools } from "../../../../../server/tools.ts";
import { otherMethods } from "../../other-methods.ts";
import { deleteEndpoint, getEndpoint, patchEndpoint } from "../handlers.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return getEndpoint(await tools(), request, (await params).id);
}

export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return patchEndpoint(await tools(), request, (await params).id);
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return deleteEndpoint(await tools(), request, (await params).id);
}

export const { POST, PUT, OPTIONS } = otherMethods("GET", "PATCH", "DELETE");
