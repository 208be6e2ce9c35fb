import { handleAtHost } from "@kept/domain";
import { tools } from "./context.ts";

const rememberedMs = 60_000;
const mostRemembered = 10_000;

/**
 * Whose portal a host is, remembered for a minute. The portal's own host, an address by number and this machine's name
 * are nobody's, and cost no question. While the database does not answer, a host is nobody's: its pages say so.
 */
export function hostsOf(portalUrl: string): (host: string) => Promise<string | null> {
  const own = new URL(portalUrl);
  const known = new Map<string, { handle: string | null; until: number }>();
  return async (host) => {
    const name = host.toLowerCase();
    if (name === own.host || name === "" || /^(localhost|\[|\d+\.\d+\.\d+\.\d+)/.test(name)) return null;
    const remembered = known.get(name);
    if (remembered && remembered.until > Date.now()) return remembered.handle;
    const handle = await handleAtHost(await tools(), name).catch(() => remembered?.handle ?? null);
    if (known.size >= mostRemembered) known.clear();
    known.set(name, { handle, until: Date.now() + rememberedMs });
    return handle;
  };
}
