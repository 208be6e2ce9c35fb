import type { Act, Role } from "@kept/domain";

/** What a role is for, in one sentence. */
export const roleWords: Record<Role, { readonly name: string; readonly about: string }> = {
  owner: {
    name: "Owner",
    about: "Everything, and as the only one: limits, and which agencies may come in.",
  },
  manager: {
    name: "Manager",
    about: "Runs the shop: returns, credit, rules, keys and people; not limits, not agencies.",
  },
  agent: { name: "Agent", about: "Decides about returns and issues credit. Changes no rules." },
  finance: {
    name: "Finance",
    about: "Issues credit, settles what needs a second look, exports, and can pause issuing.",
  },
  viewer: { name: "Viewer", about: "Sees everything, changes nothing." },
};

/** What an act is, in the words of the table that shows who may do it. */
export const actWords: Record<Act, string> = {
  read: "See returns, credit and settings",
  note: "Write notes for colleagues",
  message: "Write to customers about returns",
  decide: "Approve and decline returns",
  issue: "Issue credit and refunds",
  settle: "Settle payments that need a second look",
  change_policy: "Change rules, fees and the offer",
  manage_keys: "Manage API keys and webhooks",
  export: "Export lists",
  pause_issuing: "Pause issuing",
  change_limits: "Change limits",
  manage_team: "Invite, change and remove people",
  manage_access: "Let agencies in and out",
};
