/** What a member may do in the shops of an organization, or of a client that granted access. */
export const roles = ["owner", "manager", "agent", "finance", "viewer"] as const;
export type Role = (typeof roles)[number];

/** The acts that need a right. Whatever is not listed for a role is refused. */
export type Act = "read" | "decide" | "issue" | "settle" | "change_policy" | "manage_keys" | "export";

const may: Record<Role, readonly Act[]> = {
  owner: ["read", "decide", "issue", "settle", "change_policy", "manage_keys", "export"],
  manager: ["read", "decide", "issue", "settle", "change_policy", "manage_keys", "export"],
  agent: ["read", "decide", "issue"],
  finance: ["read", "issue", "settle", "export"],
  viewer: ["read"],
};

/** Null stands for the system and for customers: their verbs are their own and never ask this. */
export function allowed(role: Role | null, act: Act): boolean {
  return role !== null && may[role].includes(act);
}
