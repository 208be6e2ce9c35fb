export {
  acceptInvitation,
  longestPersonName,
  type OpenInvitation,
  readInvitation,
} from "./accept-invitation.ts";
export { changeRole, removeMember, type TeamRefusal } from "./change-team.ts";
export { demoPeople } from "./demo-people.ts";
export { foundOrganization, grantShop } from "./found-organization.ts";
export { invitationDays } from "./invitation-link.ts";
export {
  type InviteRefusal,
  inviteMember,
  sendInvitationAgain,
  withdrawInvitation,
} from "./invite-member.ts";
export { mayAskForLink } from "./may-ask-for-link.ts";
export { mayComeAs } from "./may-come-as.ts";
export { type ReachableShop, shopsOf } from "./members.ts";
export { type OrganizationContext, organizationContext, organizationsOf } from "./organization-context.ts";
export { type Invitation, readTeam, type TeamMember } from "./read-team.ts";
export { renamePerson } from "./rename-person.ts";
export {
  type Act,
  acts,
  allowed,
  type GrantRole,
  grantRoles,
  includes,
  lesserRole,
  type Role,
  roles,
} from "./roles.ts";
export { sendSignInLetter } from "./send-sign-in-letter.ts";
export { endOtherSessions, endSession, mySessions, type Session } from "./sessions.ts";
export {
  emailIdentity,
  idleHours,
  maySignIn,
  type SignedInUser,
  sessionDays,
  signInStore,
} from "./sign-in.ts";
