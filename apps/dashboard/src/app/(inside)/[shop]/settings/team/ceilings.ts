/** The most an agency may be given: everything but what only the shop's owner does. */
export const ceilings = ["manager", "agent", "finance", "viewer"] as const;
