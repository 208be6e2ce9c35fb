export type { Letter, LetterShop } from "./letter.ts";
export { type BonusExpiresSoon, bonusExpiresSoon } from "./letters/bonus-expires-soon.ts";
export { type CreditReversed, creditReversed } from "./letters/credit-reversed.ts";
export { type Invitation, invitation } from "./letters/invitation.ts";
export { messageWritten } from "./letters/message-written.ts";
export { type OrderCode, orderCode } from "./letters/order-code.ts";
export { returnApproved } from "./letters/return-approved.ts";
export { returnDeclined } from "./letters/return-declined.ts";
export type { Chosen, ReturnFacts } from "./letters/return-letter.ts";
export { returnReceived } from "./letters/return-received.ts";
export { type SignInLink, signInLink } from "./letters/sign-in-link.ts";
export { type StoreCreditIssued, storeCreditIssued } from "./letters/store-credit-issued.ts";
export { connectMail, type Mail, type MailSettings, type Post, type Sender } from "./post/connect-mail.ts";
export { cleanHeader, oneAddress } from "./post/header.ts";
export { type MailEvent, readMailEvent, type SignedEvent } from "./post/mail-event.ts";
export type { PostResult } from "./post/result.ts";
export { defaultWording } from "./wording/default-wording.ts";
export {
  type LetterKind,
  letterKinds,
  longest,
  unknownVariables,
  type Variable,
  variablesOf,
  type Wording,
} from "./wording/wording.ts";
export { isolate, withoutTurns } from "./words/isolate.ts";
export { languageOf, letterLanguages } from "./words/languages.ts";
