import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import { ClientError, createChannel, createClient, Metadata, Status } from 'nice-grpc';
import { loadContract } from '../shared/contract.mjs';
import { watchClientStreams } from '../shared/flags.mjs';
import * as m from '../shared/messages.mjs';
import { NotApplicable, readArguments, runCases, soak } from '../shared/report.mjs';

const { address, descriptors, names, soakIterations } = readArguments();
const contract = loadContract(descriptors);
const wire = watchClientStreams();
const channelTo = options => createChannel(`http://${address}`, undefined, { 'grpc.use_local_subchannel_pool': 1, ...options });
const over = channel => createClient(contract['grpc.testing.TestService'], channel);
const client = over(channelTo());
const gzip = over(channelTo({ 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip }));

async function refused(work, code, message) {
  const error = await work().then(() => assert.fail(`OK instead of ${code}`), failure => failure);
  assert.ok(error instanceof ClientError, String(error));
  assert.equal(error.code, code, error.message);
  if (message !== undefined) assert.equal(error.details, message);
}

async function collect(responses) {
  const all = [];
  for await (const response of responses) all.push(response);
  return all;
}

const aborted = error => error.name === 'AbortError';

/** Call options with the custom metadata, and a check of what came back. */
function customMetadata() {
  const came = {};
  const metadata = Metadata().set(m.INITIAL_KEY, m.INITIAL_VALUE).set(m.TRAILING_KEY, m.TRAILING_VALUE);
  return {
    options: { metadata, onHeader: headers => { came.headers = headers; }, onTrailer: trailers => { came.trailers = trailers; } },
    check() {
      assert.equal(came.headers.get(m.INITIAL_KEY), m.INITIAL_VALUE);
      assert.deepEqual(Buffer.from(came.trailers.get(m.TRAILING_KEY)), m.TRAILING_VALUE);
    },
  };
}

await runCases(names, {
  async empty_unary() {
    assert.deepEqual(await client.EmptyCall({}), {});
  },
  large_unary: async () => m.assertLarge(await client.UnaryCall(m.large())),
  async client_streaming() {
    async function* requests() {
      for (const [size] of m.TURNS) yield { payload: m.zeros(size) };
    }
    assert.equal((await client.StreamingInputCall(requests())).aggregated_payload_size, 74922);
  },
  async server_streaming() {
    const expected = m.TURNS.map(([, size]) => size);
    const responses = client.StreamingOutputCall({ response_parameters: expected.map(size => ({ size })) });
    assert.deepEqual(m.sizes(await collect(responses)), expected);
  },
  async ping_pong() {
    let answered;
    async function* requests() {
      for (const [request, response] of m.TURNS) {
        const reply = new Promise(resolve => { answered = resolve; });
        yield m.output(response, request);
        await reply;
      }
    }
    const received = [];
    for await (const response of client.FullDuplexCall(requests())) {
      received.push(response.payload.body.length);
      answered();
    }
    assert.deepEqual(received, m.TURNS.map(([, size]) => size));
  },
  async empty_stream() {
    async function* requests() {}
    assert.deepEqual(await collect(client.FullDuplexCall(requests())), []);
  },
  async cancel_after_begin() {
    const abort = new AbortController();
    async function* requests() {
      await new Promise(() => undefined);
    }
    const call = client.StreamingInputCall(requests(), { signal: abort.signal });
    abort.abort();
    await assert.rejects(call, aborted);
  },
  async cancel_after_first_response() {
    const abort = new AbortController();
    async function* requests() {
      yield m.output(31415, 27182);
      await new Promise(() => undefined);
    }
    const received = [];
    await assert.rejects(async () => {
      for await (const response of client.FullDuplexCall(requests(), { signal: abort.signal })) {
        received.push(response.payload.body.length);
        abort.abort();
      }
    }, aborted);
    assert.deepEqual(received, [31415]);
  },
  async timeout_on_sleeping_server() {
    const metadata = Metadata();
    async function* requests() {
      yield { payload: m.zeros(27182) };
      await new Promise(() => undefined);
    }
    // The library has no option for a deadline: it is the header that reaches the server.
    metadata.set('grpc-timeout', '1m');
    await refused(() => collect(client.FullDuplexCall(requests(), { metadata })), Status.DEADLINE_EXCEEDED);
  },
  async custom_metadata() {
    const unary = customMetadata();
    m.assertLarge(await client.UnaryCall(m.large(), unary.options));
    unary.check();
    const duplex = customMetadata();
    async function* requests() {
      yield m.output(m.LARGE_RESPONSE, m.LARGE_REQUEST);
    }
    assert.equal((await collect(client.FullDuplexCall(requests(), duplex.options))).length, 1);
    duplex.check();
  },
  async status_code_and_message() {
    const response_status = { code: Status.UNKNOWN, message: m.PLAIN_MESSAGE };
    async function* requests() {
      yield { response_status };
    }
    await refused(() => client.UnaryCall({ response_status }), Status.UNKNOWN, m.PLAIN_MESSAGE);
    await refused(() => collect(client.FullDuplexCall(requests())), Status.UNKNOWN, m.PLAIN_MESSAGE);
  },
  async special_status_message() {
    const response_status = { code: Status.UNKNOWN, message: m.SPECIAL_MESSAGE };
    await refused(() => client.UnaryCall({ response_status }), Status.UNKNOWN, m.SPECIAL_MESSAGE);
  },
  unimplemented_method: () => refused(() => client.UnimplementedCall({}), Status.UNIMPLEMENTED),
  async unimplemented_service() {
    const none = createClient(contract['grpc.testing.UnimplementedService'], channelTo());
    await refused(() => none.UnimplementedCall({}), Status.UNIMPLEMENTED);
  },
  async client_compressed_unary() {
    const expecting = value => m.large({ expect_compressed: { value } });
    await refused(() => client.UnaryCall(expecting(true)), Status.INVALID_ARGUMENT);
    m.assertLarge(await gzip.UnaryCall(expecting(true)));
    m.assertLarge(await client.UnaryCall(expecting(false)));
  },
  async client_compressed_streaming() {
    throw new NotApplicable('nice-grpc compresses all messages of a channel or none');
  },
  async server_compressed_unary() {
    for (const value of [true, false]) {
      m.assertLarge(await client.UnaryCall(m.large({ response_compressed: { value } })));
      assert.deepEqual(wire.last(), [value]);
    }
  },
  async server_compressed_streaming() {
    const responses = client.StreamingOutputCall({
      response_parameters: [{ size: 31415, compressed: { value: true } }, { size: 92653, compressed: { value: false } }],
    });
    assert.deepEqual(m.sizes(await collect(responses)), [31415, 92653]);
    assert.deepEqual(wire.last(), [true, false]);
  },
  rpc_soak: () => soak(soakIterations, async () => m.assertLarge(await client.UnaryCall(m.large()))),
  channel_soak: () => soak(soakIterations, async () => {
    const channel = channelTo();
    try {
      m.assertLarge(await over(channel).UnaryCall(m.large()));
    } finally {
      channel.close();
    }
  }),
});
