export {
  defaultWording,
  type LetterKind,
  letterKinds,
  letterLanguages,
  longest as longestWording,
  type Variable as LetterFact,
  variablesOf as letterFacts,
  type Wording,
} from "@kept/email";
export { changeReplyTo } from "./change-reply-to.ts";
export { hearOfLetter } from "./hear-of-letter.ts";
export {
  isLetterOn,
  letterHistory,
  letterSettings,
  restoreLetter,
  type SaveLetterRefusal,
  saveLetter,
} from "./letter-settings.ts";
export {
  isLetterKind,
  type LetterSettings,
  type Wordings,
  wordingFor,
  wordingSchema,
} from "./notification.ts";
export { LetterDelayed, postLetter } from "./post-letter.ts";
export { remindOfBonuses, startMornings } from "./remind-of-bonus.ts";
export { previewLetter, sendTestLetter, type Trial, type TryRefusal } from "./try-letter.ts";
