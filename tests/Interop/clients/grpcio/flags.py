"""A loopback relay in front of a server that reads the compressed flags of the messages from the HTTP/2 frames."""

import socket
import threading

PREFACE = 24
FRAME_HEAD = 9
MESSAGE_HEAD = 5
DATA = 0
PADDED = 0x8


class Relay:
    """Hands bytes on unchanged."""

    def __init__(self, address):
        host, port = address.rsplit(":", 1)
        self._server = (host, int(port))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._requests, self._responses = [], []
        self.address = "127.0.0.1:%d" % self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def request(self):
        """Flags of the request that began last."""
        return self._requests[-1]

    def response(self):
        """Flags of the response that began last."""
        return self._responses[-1]

    def _accept(self):
        while True:
            client, _ = self._listener.accept()
            server = socket.create_connection(self._server)
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=_copy, args=(client, server, _frames(self._requests, PREFACE)), daemon=True).start()
            threading.Thread(target=_copy, args=(server, client, _frames(self._responses)), daemon=True).start()


def _frames(bodies, preface=0):
    """Takes one direction of a connection; a list of flags is added for each body that begins."""
    pending = bytearray()
    streams = {}

    def take(data):
        nonlocal preface
        pending.extend(data)
        skipped = min(preface, len(pending))
        del pending[:skipped]
        preface -= skipped
        while len(pending) >= FRAME_HEAD:
            length = int.from_bytes(pending[:3], "big")
            if len(pending) < FRAME_HEAD + length:
                return
            kind, flags = pending[3], pending[4]
            stream = int.from_bytes(pending[5:9], "big") & 0x7FFFFFFF
            body = bytes(pending[FRAME_HEAD:FRAME_HEAD + length])
            del pending[:FRAME_HEAD + length]
            if kind == DATA:
                if stream not in streams:
                    streams[stream] = _messages(bodies)
                streams[stream](body[1:length - body[0]] if flags & PADDED else body)

    return take


def _messages(bodies):
    """Takes the bytes of a body; a flag is added for each message whose head has passed."""
    flags = []
    bodies.append(flags)
    head = bytearray()
    payload = 0

    def take(data):
        nonlocal payload
        while data:
            if payload:
                taken = min(payload, len(data))
                payload -= taken
            else:
                taken = min(MESSAGE_HEAD - len(head), len(data))
                head.extend(data[:taken])
                if len(head) == MESSAGE_HEAD:
                    flags.append(head[0] == 1)
                    payload = int.from_bytes(head[1:], "big")
                    head.clear()
            data = data[taken:]

    return take


def _copy(source, target, take):
    try:
        while data := source.recv(65536):
            take(data)
            target.sendall(data)
    except OSError:
        pass  # The other direction has closed the connection.
    finally:
        for end in (source, target):
            end.close()
