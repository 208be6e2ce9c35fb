import { env } from "../../../../server/env.ts";
import { openApi } from "../openapi.ts";
import { otherMethods } from "../other-methods.ts";

export const dynamic = "force-dynamic";

/** The description of the API, for programs; /api/v1 shows the same to people. */
export function GET(): Response {
  return Response.json(openApi(env().DASHBOARD_URL), {
    headers: { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" },
  });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
