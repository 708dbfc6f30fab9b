// What the cases send and expect.
import assert from 'node:assert/strict';

export const LARGE_REQUEST = 271828;
export const LARGE_RESPONSE = 314159;
export const TURNS = [[27182, 31415], [8, 9], [1828, 2653], [45904, 58979]];

export const INITIAL_KEY = 'x-grpc-test-echo-initial';
export const INITIAL_VALUE = 'test_initial_metadata_value';
export const TRAILING_KEY = 'x-grpc-test-echo-trailing-bin';
export const TRAILING_VALUE = Buffer.from([0xab, 0xab, 0xab]);

export const PLAIN_MESSAGE = 'test status message';
export const SPECIAL_MESSAGE = '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n';

export const zeros = size => ({ body: Buffer.alloc(size) });
export const large = more => ({ response_size: LARGE_RESPONSE, payload: zeros(LARGE_REQUEST), ...more });
export const output = (response, request) => ({ response_parameters: [{ size: response }], payload: zeros(request) });
export const expectCompressed = (value, size) => ({ expect_compressed: { value }, payload: zeros(size) });

export function assertLarge(response) {
  assert.equal(response.payload.body.length, LARGE_RESPONSE);
  assert.ok(Buffer.from(response.payload.body).equals(Buffer.alloc(LARGE_RESPONSE)), 'body is not all zeros');
}

export const sizes = responses => responses.map(response => response.payload.body.length);
