// Whether the machine had time for us: what was slow while it had none says nothing about the product.

/** Around a moment at which the machine let nobody run: so long it is taken to be busy with other things. */
const BUSY = 1_000;

/** Moments at which the machine itself did not let even this process run. */
export function watchMachine() {
  const seen = [];
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - last > 100) seen.push({ from: last - BUSY, to: now + BUSY });
    last = now;
  }, 20);
  return { seen, stop: () => clearInterval(timer) };
}
