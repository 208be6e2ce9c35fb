export { type HomeFigures, homeFigures } from "./home-figures.ts";
export { type CreditRow, listCredits } from "./list-credits.ts";
