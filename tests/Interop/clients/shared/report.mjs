// Goes through the cases that the program asks for and reports each as a line of JSON.
import assert from 'node:assert/strict';

// A soak may take a second for each call.
const PATIENCE_MS = 60_000 + Number(process.argv[5]) * 1_000;

/** What a case throws when the library cannot do what it asks. */
export class NotApplicable extends Error {}

/** node client.mjs <host:port> <descriptor set> <case,case,...> <soak iterations> */
export function readArguments() {
  const [address, descriptors, names, soak] = process.argv.slice(2);
  return { address, descriptors, names: names.split(','), soakIterations: Number(soak) };
}

export async function runCases(names, cases) {
  for (const name of names) {
    const line = { case: name, result: 'passed', detail: '' };
    try {
      assert.ok(cases[name], 'no such case');
      await withPatience(cases[name]());
    } catch (error) {
      line.result = error instanceof NotApplicable ? 'n/a' : 'failed';
      line.detail = error.message;
    }
    await new Promise(resolve => process.stdout.write(JSON.stringify(line) + '\n', resolve));
  }
  process.exit(0);
}

async function withPatience(work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Calls one after the other; fails unless all come through in time. */
export async function soak(iterations, call) {
  const limits = { overallMs: 50_000 + iterations * 1_000, eachMs: 10_000 };
  const start = performance.now();
  const latencies = [];
  while (latencies.length < iterations && performance.now() - start < limits.overallMs) {
    const one = performance.now();
    await call();
    latencies.push(performance.now() - one);
  }
  assert.equal(latencies.length, iterations);
  assert.deepEqual(latencies.filter(latency => latency > limits.eachMs), []);
}
