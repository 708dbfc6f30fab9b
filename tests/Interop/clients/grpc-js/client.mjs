import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import grpc from '@grpc/grpc-js';
import { loadContract } from '../shared/contract.mjs';
import { watchClientStreams } from '../shared/flags.mjs';
import * as m from '../shared/messages.mjs';
import { readArguments, runCases, soak } from '../shared/report.mjs';
import { follow, unary, upload, writeFlags } from './calls.mjs';
import { toolCases } from './tools.mjs';

// The flag of the wire's write options; the library does not export it.
const NO_COMPRESS = 2;
const { address, descriptors, names, soakIterations } = readArguments();
const contract = grpc.loadPackageDefinition(loadContract(descriptors)).grpc.testing;
const wire = watchClientStreams();
// Names the file with the certificate to trust, when the call is over TLS.
const root = process.env.INTEROP_ROOT;
const credentials = root ? grpc.credentials.createSsl(readFileSync(root)) : grpc.credentials.createInsecure();
const open = options => new contract.TestService(address, credentials, { 'grpc.use_local_subchannel_pool': 1, ...options });
const client = open();
// Without retries a message keeps its write flags.
const gzip = open({ 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip, 'grpc.enable_retries': 0 });
const uncompressed = { interceptors: [writeFlags(() => NO_COMPRESS)] };
const secondUncompressed = { interceptors: [writeFlags(index => (index === 1 ? NO_COMPRESS : 0))] };

async function refused(promise, code, message) {
  const error = await promise.then(() => assert.fail(`OK instead of ${code}`), failure => failure);
  assert.equal(error.code, code, error.message);
  if (message !== undefined) assert.equal(error.details, message);
}

async function sendsLarge(service = client) {
  m.assertLarge(await unary(service, 'UnaryCall', m.large()).response);
}

function checkMetadata(headers, status) {
  assert.equal(status.code, grpc.status.OK);
  assert.deepEqual(headers.get(m.INITIAL_KEY), [m.INITIAL_VALUE]);
  assert.deepEqual(status.metadata.get(m.TRAILING_KEY), [m.TRAILING_VALUE]);
}

function customMetadata() {
  const metadata = new grpc.Metadata();
  metadata.set(m.INITIAL_KEY, m.INITIAL_VALUE);
  metadata.set(m.TRAILING_KEY, m.TRAILING_VALUE);
  return metadata;
}

await runCases(names, {
  ...toolCases(address),
  async empty_unary() {
    assert.deepEqual(await unary(client, 'EmptyCall', {}).response, {});
  },
  large_unary: () => sendsLarge(),
  async client_streaming() {
    const { call, response } = upload(client, 'StreamingInputCall');
    for (const [size] of m.TURNS) call.write({ payload: m.zeros(size) });
    call.end();
    assert.equal((await response).aggregated_payload_size, 74922);
  },
  async server_streaming() {
    const expected = m.TURNS.map(([, size]) => size);
    const stream = follow(client.StreamingOutputCall({ response_parameters: expected.map(size => ({ size })) }));
    assert.deepEqual(m.sizes(await stream.all()), expected);
    assert.equal((await stream.status).code, grpc.status.OK);
  },
  async ping_pong() {
    const stream = follow(client.FullDuplexCall());
    for (const [request, response] of m.TURNS) {
      stream.call.write(m.output(response, request));
      assert.equal((await stream.next()).payload.body.length, response);
    }
    stream.call.end();
    assert.deepEqual(await stream.all(), []);
    assert.equal((await stream.status).code, grpc.status.OK);
  },
  async empty_stream() {
    const stream = follow(client.FullDuplexCall());
    stream.call.end();
    assert.deepEqual(await stream.all(), []);
    assert.equal((await stream.status).code, grpc.status.OK);
  },
  async cancel_after_begin() {
    const { call, response } = upload(client, 'StreamingInputCall');
    call.cancel();
    await refused(response, grpc.status.CANCELLED);
  },
  async cancel_after_first_response() {
    const stream = follow(client.FullDuplexCall());
    stream.call.write(m.output(31415, 27182));
    assert.equal((await stream.next()).payload.body.length, 31415);
    stream.call.cancel();
    assert.equal((await stream.status).code, grpc.status.CANCELLED);
  },
  async timeout_on_sleeping_server() {
    const stream = follow(client.FullDuplexCall({ deadline: Date.now() + 1 }));
    stream.call.write({ payload: m.zeros(27182) });
    assert.equal((await stream.status).code, grpc.status.DEADLINE_EXCEEDED);
  },
  async custom_metadata() {
    const call = unary(client, 'UnaryCall', m.large(), { metadata: customMetadata() });
    m.assertLarge(await call.response);
    checkMetadata(await call.headers, await call.status);

    const stream = follow(client.FullDuplexCall(customMetadata()));
    stream.call.write(m.output(m.LARGE_RESPONSE, m.LARGE_REQUEST));
    stream.call.end();
    assert.equal((await stream.all()).length, 1);
    checkMetadata(await stream.headers, await stream.status);
  },
  async status_code_and_message() {
    const response_status = { code: grpc.status.UNKNOWN, message: m.PLAIN_MESSAGE };
    await refused(unary(client, 'UnaryCall', { response_status }).response, grpc.status.UNKNOWN, m.PLAIN_MESSAGE);
    const stream = follow(client.FullDuplexCall());
    stream.call.write({ response_status });
    stream.call.end();
    const status = await stream.status;
    assert.equal(status.code, grpc.status.UNKNOWN);
    assert.equal(status.details, m.PLAIN_MESSAGE);
  },
  async special_status_message() {
    const response_status = { code: grpc.status.UNKNOWN, message: m.SPECIAL_MESSAGE };
    await refused(unary(client, 'UnaryCall', { response_status }).response, grpc.status.UNKNOWN, m.SPECIAL_MESSAGE);
  },
  unimplemented_method: () => refused(unary(client, 'UnimplementedCall', {}).response, grpc.status.UNIMPLEMENTED),
  async unimplemented_service() {
    const none = new contract.UnimplementedService(address, credentials);
    await refused(unary(none, 'UnimplementedCall', {}).response, grpc.status.UNIMPLEMENTED);
  },
  async client_compressed_unary() {
    const expecting = value => m.large({ expect_compressed: { value } });
    await refused(unary(client, 'UnaryCall', expecting(true)).response, grpc.status.INVALID_ARGUMENT);
    m.assertLarge(await unary(gzip, 'UnaryCall', expecting(true)).response);
    m.assertLarge(await unary(gzip, 'UnaryCall', expecting(false), { options: uncompressed }).response);
  },
  async client_compressed_streaming() {
    const probe = upload(client, 'StreamingInputCall');
    probe.call.write(m.expectCompressed(true, 27182));
    probe.call.end();
    await refused(probe.response, grpc.status.INVALID_ARGUMENT);

    const { call, response } = upload(gzip, 'StreamingInputCall', { options: secondUncompressed });
    call.write(m.expectCompressed(true, 27182));
    call.write(m.expectCompressed(false, 45904));
    call.end();
    assert.equal((await response).aggregated_payload_size, 73086);
  },
  async server_compressed_unary() {
    for (const value of [true, false]) {
      m.assertLarge(await unary(client, 'UnaryCall', m.large({ response_compressed: { value } })).response);
      assert.deepEqual(wire.last(), [value]);
    }
  },
  async server_compressed_streaming() {
    const stream = follow(client.StreamingOutputCall({
      response_parameters: [{ size: 31415, compressed: { value: true } }, { size: 92653, compressed: { value: false } }],
    }));
    assert.deepEqual(m.sizes(await stream.all()), [31415, 92653]);
    assert.equal((await stream.status).code, grpc.status.OK);
    assert.deepEqual(wire.last(), [true, false]);
  },
  rpc_soak: () => soak(soakIterations, () => sendsLarge()),
  channel_soak: () => soak(soakIterations, async () => {
    const own = open();
    try {
      await sendsLarge(own);
    } finally {
      own.close();
    }
  }),
});
