/**
 * What is wrong with an address, in Shopify's sentences; nothing when it will do. Real Shopify demands HTTPS and public
 * hosts; the stand-in also takes plain HTTP to this machine, where its apps run.
 */
export function addressProblems(address: string, appId: number): string[] {
  if (address === "") return ["Address can't be blank"];
  if (Buffer.byteLength(address) > 65_535) return ["Address is too big (maximum is 64 KB)"];
  if (address.startsWith("pubsub://")) return pubSubProblems(address);
  if (address.startsWith("arn:")) return eventBridgeProblems(address, appId);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  if (scheme === "kafka") return [unsupported("kafka"), "Address is not a valid kafka topic"];
  if (!URL.canParse(address)) return ["Address is invalid"];
  const { protocol, hostname } = new URL(address);
  const here = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  if (protocol === "http:" && here) return [];
  if (protocol !== "https:") return [unsupported(protocol.slice(0, -1))];
  return here || /(^|\.)(myshopify\.com|shopify\.com|internal)$/.test(hostname)
    ? ["Address cannot be a Shopify or an internal domain"]
    : [];
}

/** Google Cloud Pub/Sub and Amazon EventBridge: they are kept and listed, but nothing is sent to them from here. */
export function isCloud(address: string): boolean {
  return address.startsWith("pubsub://") || address.startsWith("arn:");
}

export function isProject(text: string): boolean {
  return /^(?:\d+|[a-z][a-z0-9-]{4,28}[a-z0-9])$/.test(text);
}

export function isTopic(text: string): boolean {
  return /^[A-Za-z][\w\-.~+%]{2,254}$/.test(text) && !text.startsWith("goog");
}

/** The two halves of `pubsub://project:topic`. */
export function pubSubParts(address: string): { project: string; topic: string } | undefined {
  const match = /^pubsub:\/\/([^:]*):(.+)$/.exec(address);
  return match ? { project: match[1] ?? "", topic: match[2] ?? "" } : undefined;
}

function pubSubProblems(address: string): string[] {
  const parts = pubSubParts(address);
  if (!parts)
    return [
      unsupported("pubsub"),
      "Address is not a valid GCP pub/sub format. Format should be pubsub://project:topic",
    ];
  if (!isProject(parts.project)) return ["Address is invalid", "Address is not a valid GCP project id."];
  return isTopic(parts.topic) ? [] : ["Address is invalid", "Address is not a valid GCP topic id."];
}

function eventBridgeProblems(address: string, appId: number): string[] {
  const source = /^arn:aws:events:[a-z0-9-]+::event-source\/aws\.partner\/shopify\.com\/([^/]+)\/.+$/;
  const owner = source.exec(address)?.[1];
  if (owner === undefined) return ["Address is invalid", "Address is not a valid AWS ARN"];
  if (owner === String(appId)) return [];
  return [
    "Address is invalid",
    `Address is an AWS ARN and includes api_client_id '${owner}' instead of '${appId}'`,
  ];
}

function unsupported(scheme: string): string {
  return `Address protocol ${scheme}:// is not supported`;
}
