// Ends with 0 when the server of this container answers, and with 1 otherwise.
const address = `http://127.0.0.1:${process.env.PORT || 8787}/healthz`;
const isWell = await fetch(address, { signal: AbortSignal.timeout(5_000) }).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(isWell ? 0 : 1);
