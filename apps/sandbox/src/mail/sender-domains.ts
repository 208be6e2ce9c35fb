import { type Call, json, type Reply } from "../server/exchange.ts";

/** Resend's GET /domains: the domain letters may come from here is verified, every other one is not there. */
export function senderDomains(call: Call): Reply {
  if (!call.headers.authorization?.startsWith("Bearer ")) {
    return json(401, {
      statusCode: 401,
      name: "missing_api_key",
      message: "Missing API key in the authorization header",
    });
  }
  const domain = {
    id: "d91cd9bd-1176-453e-8fc1-35364d380206",
    name: "kept.example",
    status: "verified",
    created_at: "2026-01-05 09:00:00.000000+00",
    region: "eu-west-1",
    capabilities: { sending: "enabled", receiving: "disabled" },
  };
  return json(200, { object: "list", has_more: false, data: [domain] });
}
