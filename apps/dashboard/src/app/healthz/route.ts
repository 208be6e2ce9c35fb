import { health } from "@kept/domain";
import { tools } from "../../server/tools.ts";

export const dynamic = "force-dynamic";

/** For those who watch over the process: 200 when it can work, 503 when the database is out of reach. */
export async function GET(): Promise<Response> {
  const state = await tools()
    .then(health)
    .catch(() => ({ ok: false, database: "down", oldestJobSeconds: 0 }));
  return Response.json(state, { status: state.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
