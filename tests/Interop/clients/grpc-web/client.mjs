// node client.mjs <host:port> <descriptor set> <case,case,...> <soak iterations> <binary|text>
import assert from 'node:assert/strict';
import grpcWeb from 'grpc-web';
import { loadContract } from '../shared/contract.mjs';
import * as m from '../shared/messages.mjs';
import { NotApplicable, readArguments, runCases, soak } from '../shared/report.mjs';
import { XMLHttpRequest } from './xhr.mjs';

globalThis.XMLHttpRequest = XMLHttpRequest;
const { StatusCode } = grpcWeb;
const { address, descriptors, names, soakIterations } = readArguments();
const contract = loadContract(descriptors);
const format = process.argv[6];
const client = new grpcWeb.GrpcWebClientBase({ format });

class Message {}

/** The method's descriptor as generated code has it; its path in `url`. */
function method(service, name) {
  const { path, requestSerialize, responseDeserialize, responseStream } = contract[`grpc.testing.${service}`][name];
  const type = responseStream ? 'server_streaming' : 'unary';
  return {
    url: `http://${address}${path}`,
    descriptor: new grpcWeb.MethodDescriptor(path, type, Message, Message, requestSerialize, bytes => responseDeserialize(Buffer.from(bytes))),
  };
}

/** A unary call: its response, and what came besides. */
function unary(name, request, metadata = {}, service = 'TestService') {
  const { url, descriptor } = method(service, name);
  const headers = {};
  let status;
  return new Promise((resolve, reject) => {
    let message;
    const call = client.rpcCall(url, request, metadata, descriptor, (error, response) => {
      if (error) reject(error);
      else message = response;
    });
    call.on('metadata', all => Object.assign(headers, all));
    call.on('status', end => (status = end));
    call.on('end', () => resolve({ message, headers, status }));
  });
}

/** A server stream: `next` gives a message or nothing at the end; a refusal is thrown. */
function follow(request, metadata = {}) {
  const { url, descriptor } = method('TestService', 'StreamingOutputCall');
  const call = client.serverStreaming(url, request, metadata, descriptor);
  const arrived = [];
  const stream = { call, headers: {} };
  let wake = () => undefined;
  const tell = what => {
    Object.assign(stream, what);
    wake();
  };
  call.on('data', message => tell(arrived.push(message) && {}));
  call.on('metadata', headers => Object.assign(stream.headers, headers));
  call.on('status', status => tell({ status }));
  call.on('error', failure => tell({ failure }));
  call.on('end', () => tell({ ended: true }));
  stream.next = async () => {
    while (arrived.length === 0 && !stream.failure && !stream.ended) await new Promise(resolve => (wake = resolve));
    if (arrived.length === 0 && stream.failure) throw stream.failure;
    return arrived.shift();
  };
  stream.all = async () => {
    const messages = [];
    for (let message; (message = await stream.next());) messages.push(message);
    return messages;
  };
  return stream;
}

async function refused(promise, code, text) {
  const error = await promise.then(() => assert.fail(`OK instead of ${code}`), failure => failure);
  assert.equal(error.code, code, error.message);
  // The library gives the text as it travelled.
  if (text !== undefined) assert.equal(decodeURIComponent(error.message), text);
}

const customMetadata = () => ({ [m.INITIAL_KEY]: m.INITIAL_VALUE, [m.TRAILING_KEY]: m.TRAILING_VALUE.toString('base64') });

function checkMetadata(headers, status) {
  assert.equal(headers[m.INITIAL_KEY], m.INITIAL_VALUE);
  assert.equal(status.metadata[m.TRAILING_KEY], m.TRAILING_VALUE.toString('base64'));
}

const sendsLarge = async () => m.assertLarge((await unary('UnaryCall', m.large())).message);

await runCases(names, {
  empty_unary: async () => assert.deepEqual((await unary('EmptyCall', {})).message, {}),
  large_unary: sendsLarge,
  async server_streaming() {
    const expected = m.TURNS.map(([, size]) => size);
    const stream = follow({ response_parameters: expected.map(size => ({ size })) });
    assert.deepEqual(m.sizes(await stream.all()), expected);
    assert.equal(stream.status.code, StatusCode.OK);
  },
  async cancel_after_first_response() {
    if (format === 'binary') throw new NotApplicable('in the binary form the library reads an answer at its end alone');
    const stream = follow({ response_parameters: [{ size: 31415 }, { size: 9, interval_us: 600_000_000 }] });
    assert.equal((await stream.next()).payload.body.length, 31415);
    stream.call.cancel();
  },
  timeout_on_sleeping_server: () => refused(
    follow({ response_parameters: [{ size: 9, interval_us: 600_000_000 }] }, { deadline: String(Date.now() + 300) }).all(), StatusCode.DEADLINE_EXCEEDED),
  async custom_metadata() {
    const { message, headers, status } = await unary('UnaryCall', m.large(), customMetadata());
    m.assertLarge(message);
    checkMetadata(headers, status);
    const stream = follow({ response_parameters: [{ size: m.LARGE_RESPONSE }] }, customMetadata());
    assert.equal((await stream.all()).length, 1);
    checkMetadata(stream.headers, stream.status);
  },
  async status_code_and_message() {
    const response_status = { code: StatusCode.UNKNOWN, message: m.PLAIN_MESSAGE };
    await refused(unary('UnaryCall', { response_status }), StatusCode.UNKNOWN, m.PLAIN_MESSAGE);
    await refused(follow({ response_status }).all(), StatusCode.UNKNOWN, m.PLAIN_MESSAGE);
  },
  special_status_message: () => refused(
    unary('UnaryCall', { response_status: { code: StatusCode.UNKNOWN, message: m.SPECIAL_MESSAGE } }), StatusCode.UNKNOWN, m.SPECIAL_MESSAGE),
  unimplemented_method: () => refused(unary('UnimplementedCall', {}), StatusCode.UNIMPLEMENTED),
  unimplemented_service: () => refused(unary('UnimplementedCall', {}, {}, 'UnimplementedService'), StatusCode.UNIMPLEMENTED),
  rpc_soak: () => soak(soakIterations, sendsLarge),
});
