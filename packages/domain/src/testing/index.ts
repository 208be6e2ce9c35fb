export { askForReturn, openDraftOf, readyToSend, value } from "./ask.ts";
export { ada, bloom, type CastOrder } from "./cast.ts";
export { customerOf, shirtOrders, standingOf, startIssuing } from "./issuing.ts";
export { addShop } from "./more-shops.ts";
export { brisk, expectBooksToAgree, workUntilSettled } from "./settle.ts";
export { statementsOf } from "./statements.ts";
export { askWhereShopifyRefuses, pairOrders, startRefunding, takeAllByHand } from "./without-return.ts";
export { openWorld, type TestWorld } from "./world.ts";
