// The contract, read from the descriptor set that the program wrote.
import { readFileSync } from 'node:fs';
import protoLoader from '@grpc/proto-loader';

export function loadContract(path) {
  return protoLoader.loadFileDescriptorSetFromBuffer(readFileSync(path), { keepCase: true, defaults: true, longs: String, enums: String });
}
