export { askForReturn, value } from "./ask.ts";
export { ada, bloom, type CastOrder } from "./cast.ts";
export { openWorld, type TestWorld } from "./world.ts";
