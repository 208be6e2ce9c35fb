/** What a member may do in the shops of an organization, or of a client that granted access. */
export const roles = ["owner", "manager", "agent", "finance", "viewer"] as const;
export type Role = (typeof roles)[number];

/** The most an agency may be given in a client's shop. An owner stays with the organization that owns it. */
export const grantRoles = ["manager", "agent", "finance", "viewer"] as const;
export type GrantRole = (typeof grantRoles)[number];

/** The acts that need a right. Whatever is not listed for a role is refused. */
export const acts = [
  "read",
  "note",
  "message",
  "decide",
  "issue",
  "settle",
  "change_policy",
  "manage_keys",
  "export",
  "pause_issuing",
  "change_limits",
  "manage_team",
  "manage_access",
] as const;
export type Act = (typeof acts)[number];

const managing: readonly Act[] = [
  "read",
  "note",
  "message",
  "decide",
  "issue",
  "settle",
  "change_policy",
  "manage_keys",
  "export",
  "pause_issuing",
  "manage_team",
];

const may: Record<Role, readonly Act[]> = {
  owner: [...managing, "change_limits", "manage_access"],
  manager: managing,
  agent: ["read", "note", "message", "decide", "issue"],
  finance: ["read", "note", "issue", "settle", "export", "pause_issuing"],
  viewer: ["read"],
};

/** Null stands for the system and for customers: their verbs are their own and never ask this. */
export function allowed(role: Role | null, act: Act): boolean {
  return role !== null && may[role].includes(act);
}

/** The role that may do only what both may: an agent whose grant says finance is a viewer. */
export function lesserRole(one: Role, other: Role): Role {
  if (includes(other, one)) return one;
  return includes(one, other) ? other : "viewer";
}

/** Whether a role may do everything that another may. Nobody hands out, or takes away, more than they have. */
export function includes(role: Role, other: Role): boolean {
  return may[other].every((act) => may[role].includes(act));
}
