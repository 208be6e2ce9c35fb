export { LetterDelayed, postLetter } from "./post-letter.ts";
