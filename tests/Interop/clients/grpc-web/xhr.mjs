// The XMLHttpRequest of a page, as much of it as the library uses, on the fetch of Node.js.

export class XMLHttpRequest {
  readyState = 0;
  status = 0;
  statusText = '';
  responseType = '';
  responseText = '';
  response = null;
  onreadystatechange = null;
  #request = { headers: {} };
  #stop = new AbortController();
  #headers = new Headers();

  open(method, url) {
    Object.assign(this.#request, { method, url });
    this.#turn(1);
  }

  setRequestHeader(name, value) {
    this.#request.headers[name] = value;
  }

  getResponseHeader(name) {
    return this.#headers.get(name);
  }

  getAllResponseHeaders() {
    return [...this.#headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }

  abort() {
    this.onreadystatechange = null;
    this.#stop.abort();
  }

  send(body) {
    this.#exchange(body).catch(() => {
      // The state of a request that failed, which the library reads as such.
      this.status = 0;
      this.#turn(4);
    });
  }

  async #exchange(body) {
    const { method, url, headers } = this.#request;
    const answer = await fetch(url, { method, headers, body, signal: this.#stop.signal });
    this.#headers = answer.headers;
    this.status = answer.status;
    this.statusText = answer.statusText;
    this.#turn(2);
    const chunks = [];
    for await (const chunk of answer.body ?? []) {
      chunks.push(chunk);
      if (this.responseType === '' || this.responseType === 'text') this.responseText += Buffer.from(chunk).toString('latin1');
      this.#turn(3);
    }
    const all = Buffer.concat(chunks);
    this.response = this.responseType === 'arraybuffer' ? new Uint8Array(all).buffer : this.responseText;
    this.#turn(4);
  }

  #turn(state) {
    this.readyState = state;
    this.onreadystatechange?.();
  }
}
