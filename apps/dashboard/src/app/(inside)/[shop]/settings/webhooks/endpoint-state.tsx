import type { Endpoint } from "@kept/domain";
import { Badge } from "../../../../../ui/badge.tsx";

/** How an endpoint stands, in one word. */
export function EndpointState({ endpoint }: { endpoint: Endpoint }) {
  if (endpoint.disabledBecause === "person") return <Badge>Off</Badge>;
  if (endpoint.disabledBecause) return <Badge tone="person">Turned off</Badge>;
  if (endpoint.failingSince) return <Badge tone="person">Failing</Badge>;
  return <Badge tone="good">On</Badge>;
}
