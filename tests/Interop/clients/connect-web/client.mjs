// node client.mjs <host:port> <descriptor set> <case,case,...> <soak iterations> <1.1|2>
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError, createClient, decodeBinaryHeader, encodeBinaryHeader } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-node';
import * as m from '../shared/messages.mjs';
import { readArguments, runCases, soak } from '../shared/report.mjs';

const { address, descriptors, names, soakIterations } = readArguments();
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(descriptors)));
const transport = createGrpcWebTransport({ baseUrl: `http://${address}`, httpVersion: process.argv[6] });
const client = createClient(registry.getService('grpc.testing.TestService'), transport);

const zeros = size => ({ body: new Uint8Array(size) });
const large = more => ({ responseSize: m.LARGE_RESPONSE, payload: zeros(m.LARGE_REQUEST), ...more });
const output = (response, request) => ({ responseParameters: [{ size: response }], payload: zeros(request) });
const failing = message => ({ responseStatus: { code: Code.Unknown, message } });

async function refused(work, code, message) {
  const error = await work.then(() => assert.fail(`OK instead of ${code}`), failure => ConnectError.from(failure));
  assert.equal(error.code, code, error.message);
  if (message !== undefined) assert.equal(error.rawMessage, message);
}

async function all(stream) {
  const messages = [];
  for await (const message of stream) messages.push(message);
  return messages;
}

/** Requests that are handed over one by one; `end` closes them. */
function requests() {
  const waiting = [];
  let wake = () => undefined;
  const give = one => {
    waiting.push(one);
    wake();
  };
  return {
    send: give,
    end: () => give(undefined),
    async *[Symbol.asyncIterator]() {
      while (true) {
        while (waiting.length === 0) await new Promise(resolve => (wake = resolve));
        const next = waiting.shift();
        if (next === undefined) return;
        yield next;
      }
    },
  };
}

/** Call options that send the metadata and check what comes back of it. */
function echoed() {
  let headers;
  let trailers;
  return {
    options: {
      headers: { [m.INITIAL_KEY]: m.INITIAL_VALUE, [m.TRAILING_KEY]: encodeBinaryHeader(m.TRAILING_VALUE) },
      onHeader: all => (headers = all),
      onTrailer: all => (trailers = all),
    },
    check() {
      assert.equal(headers.get(m.INITIAL_KEY), m.INITIAL_VALUE);
      assert.deepEqual(decodeBinaryHeader(trailers.get(m.TRAILING_KEY)), new Uint8Array(m.TRAILING_VALUE));
    },
  };
}

const sendsLarge = async () => m.assertLarge(await client.unaryCall(large()));

await runCases(names, {
  async empty_unary() {
    assert.equal((await client.emptyCall({})).$typeName, 'grpc.testing.Empty');
  },
  large_unary: sendsLarge,
  async server_streaming() {
    const expected = m.TURNS.map(([, size]) => size);
    assert.deepEqual(m.sizes(await all(client.streamingOutputCall({ responseParameters: expected.map(size => ({ size })) }))), expected);
  },
  async cancel_after_first_response() {
    const stop = new AbortController();
    const stream = client.streamingOutputCall(
      { responseParameters: [{ size: 31415 }, { size: 9, intervalUs: 600_000_000 }] }, { signal: stop.signal })[Symbol.asyncIterator]();
    assert.equal((await stream.next()).value.payload.body.length, 31415);
    stop.abort();
    await refused(stream.next(), Code.Canceled);
  },
  timeout_on_sleeping_server: () => refused(
    all(client.streamingOutputCall({ responseParameters: [{ size: 9, intervalUs: 600_000_000 }] }, { timeoutMs: 300 })), Code.DeadlineExceeded),
  async custom_metadata() {
    const unary = echoed();
    m.assertLarge(await client.unaryCall(large(), unary.options));
    unary.check();
    const stream = echoed();
    assert.equal((await all(client.streamingOutputCall({ responseParameters: [{ size: m.LARGE_RESPONSE }] }, stream.options))).length, 1);
    stream.check();
  },
  async status_code_and_message() {
    await refused(client.unaryCall(failing(m.PLAIN_MESSAGE)), Code.Unknown, m.PLAIN_MESSAGE);
    await refused(all(client.streamingOutputCall(failing(m.PLAIN_MESSAGE))), Code.Unknown, m.PLAIN_MESSAGE);
  },
  special_status_message: () => refused(client.unaryCall(failing(m.SPECIAL_MESSAGE)), Code.Unknown, m.SPECIAL_MESSAGE),
  unimplemented_method: () => refused(client.unimplementedCall({}), Code.Unimplemented),
  unimplemented_service: () => refused(
    createClient(registry.getService('grpc.testing.UnimplementedService'), transport).unimplementedCall({}), Code.Unimplemented),
  rpc_soak: () => soak(soakIterations, sendsLarge),
  async client_streaming() {
    const sent = requests();
    for (const [size] of m.TURNS) sent.send({ payload: zeros(size) });
    sent.end();
    assert.equal((await client.streamingInputCall(sent)).aggregatedPayloadSize, 74922);
  },
  async ping_pong() {
    const sent = requests();
    const received = client.fullDuplexCall(sent)[Symbol.asyncIterator]();
    for (const [request, response] of m.TURNS) {
      sent.send(output(response, request));
      assert.equal((await received.next()).value.payload.body.length, response);
    }
    sent.end();
    assert.equal((await received.next()).done, true);
  },
  async empty_stream() {
    const sent = requests();
    sent.end();
    assert.deepEqual(await all(client.fullDuplexCall(sent)), []);
  },
  async cancel_after_begin() {
    const stop = new AbortController();
    const response = client.streamingInputCall(requests(), { signal: stop.signal });
    stop.abort();
    await refused(response, Code.Canceled);
  },
});
