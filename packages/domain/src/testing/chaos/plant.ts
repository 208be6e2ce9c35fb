import { setScene } from "../scene.ts";
import { StandIn } from "../stand-in.ts";
import { chaosTools } from "./tools.ts";

/** Sets the scene of the chaos: Bloom with so many credits to be issued, every fourth base as a refund of its order. */
const tools = await chaosTools();
await setScene(tools, new StandIn(tools.standIn), {
  handle: "bloom",
  count: Number(process.argv[2]),
  plan: "enterprise",
  refundEvery: 4,
});
await tools.stop();
