/** The versions with a schema of their own, oldest first. An older one falls forward to the first, as at Shopify. */
export const publishedVersions = ["2025-10", "2026-01", "2026-04", "2026-07", "2026-10"] as const;

/** Which published schema answers for a version: the same, or the oldest there is. */
export function schemaKey(version: string): string {
  if (version === "unstable" || version >= "2027-01") return "2027-01";
  return [...publishedVersions].reverse().find((published) => published <= version) ?? publishedVersions[0];
}
