export { demoPeople } from "./demo-people.ts";
export { foundOrganization, grantShop } from "./found-organization.ts";
export { mayAskForLink } from "./may-ask-for-link.ts";
export { type ReachableShop, shopsOf } from "./members.ts";
export { type Act, allowed, type Role, roles } from "./roles.ts";
export { sendSignInLetter } from "./send-sign-in-letter.ts";
export { emailIdentity, maySignIn, type SignedInUser, signInStore } from "./sign-in.ts";
