import type { GrantRole } from "../organization/roles.ts";

/** An agency's way into this shop. */
export interface Grant {
  readonly organizationId: string;
  readonly agency: string;
  /** The most anybody of the agency may be here. */
  readonly role: GrantRole;
  /** How many people that are. */
  readonly people: number;
  readonly grantedAt: Date;
}

/** An agency that was asked and has not answered. */
export interface AccessInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: GrantRole;
  readonly invitedBy: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly over: boolean;
}
