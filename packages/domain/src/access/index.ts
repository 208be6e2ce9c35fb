export { type AcceptRefusal, acceptAccess, type OpenAccess, readAccess } from "./accept-access.ts";
export type { AccessInvitation, Grant } from "./access.ts";
export { type AccessRefusal, changeAccess, revokeAccess } from "./change-access.ts";
export { type GiveAccessRefusal, giveAccess, sendAccessAgain, withdrawAccess } from "./give-access.ts";
export { readAccessTo } from "./read-access.ts";
