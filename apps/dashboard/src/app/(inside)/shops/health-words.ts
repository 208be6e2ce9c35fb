import type { ShopHealth } from "@kept/domain";
import type { Tone } from "../../../ui/badge.tsx";

/** How a shop stands, in words, and where it can be mended. */
export const healthWords: Record<
  ShopHealth,
  { readonly text: string; readonly tone: Tone; readonly settings: "shopify" | "limits" }
> = {
  disconnected: { text: "Not connected", tone: "risk", settings: "shopify" },
  permissions_missing: { text: "Permissions missing", tone: "risk", settings: "shopify" },
  paused: { text: "Issuing paused", tone: "person", settings: "limits" },
  credit_off: { text: "Credit off in Shopify", tone: "person", settings: "shopify" },
  unchecked: { text: "Not checked yet", tone: "quiet", settings: "shopify" },
  well: { text: "Works", tone: "good", settings: "shopify" },
};
