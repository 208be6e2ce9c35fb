import { health } from "@kept/domain";
import { tools } from "../../server/context.ts";

export const dynamic = "force-dynamic";

/** For load balancers: 503 while the database is away. */
export async function GET() {
  const state = await tools().then(health, () => ({ ok: false, database: "down", oldestJobSeconds: 0 }));
  return Response.json(state, { status: state.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
