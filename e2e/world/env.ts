/** Where the stack under test listens: told by whoever runs the journeys, else where `npm start` puts it. */
export const at = {
  dashboard: process.env.DASHBOARD_URL ?? "http://localhost:3000",
  portal: process.env.PORTAL_URL ?? "http://localhost:3001",
  sandbox: process.env.SANDBOX_URL ?? "http://localhost:3002",
};
