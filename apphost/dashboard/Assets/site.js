'use strict';
const link = document.getElementById('link');
const say = (state, text) => { if (link) { link.dataset.state = state; link.textContent = text; } };

// A stream for as long as the page is seen: a browser opens few connections to one host, and hidden pages would use them up.
function listen(url, opened, received) {
  let source;
  const start = () => {
    source = new EventSource(url());
    source.onopen = opened;
    source.onerror = () => say('lost', '接続が切れました');
    source.onmessage = received;
  };
  document.addEventListener('visibilitychange', () => { source?.close(); if (!document.hidden) start(); });
  if (!document.hidden) start();
}

// Takes the marked parts of another rendering of this page and keeps focus, open details and folded rows.
const folded = new Set();
async function show(url) {
  const answer = await fetch(url, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focus = document.activeElement?.closest('[id]')?.id;
  const inner = document.activeElement?.tagName;
  const open = [...document.querySelectorAll('details[open][id]')].map(d => d.id);
  for (const part of document.querySelectorAll('[data-refresh]')) {
    const next = fresh.getElementById(part.id);
    if (!next || next.innerHTML === part.innerHTML) continue;
    part.replaceChildren(...document.adoptNode(next).childNodes);
  }
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  fold();
  const again = focus && focus !== 'main' && document.getElementById(focus);
  if (again && !again.contains(document.activeElement)) (inner && again.tagName !== inner && again.querySelector(inner) || again).focus({ preventScroll: true });
}

// Live pages: the stream tells a version, the page is fetched again when it is another than the one shown.
const page = document.body.dataset;
if (page.live) {
  const pause = document.getElementById('pause');
  let shown = page.version, wanted = shown, busy = false, paused = false;
  const catchUp = async () => {
    if (busy || paused || document.hidden || wanted === shown) return;
    busy = true;
    const now = wanted;
    if (page.reload) return location.reload();
    try { await show(location.href); shown = now; } catch { say('lost', '接続が切れました'); }
    setTimeout(() => { busy = false; catchUp(); }, 700);
  };
  const sayState = () => say(paused ? 'paused' : 'live', paused ? '停止中' : '自動更新');
  listen(() => page.live, sayState, message => { wanted = message.data; catchUp(); });
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', paused);
    pause.textContent = paused ? '更新を再開' : '更新を停止';
    sayState();
    catchUp();
  });
}

// Console: lines are appended; the browser names the last one when it connects again.
const lines = document.getElementById('console');
if (lines) {
  const follow = document.getElementById('follow');
  const most = 5000;
  const toEnd = () => { if (follow.checked) lines.scrollTop = lines.scrollHeight; };
  let last = lines.dataset.last;
  listen(() => `${lines.dataset.stream}&after=${last}`, () => say('live', '受信中'), message => {
    last = message.lastEventId;
    const line = JSON.parse(message.data), row = document.createElement('div');
    if (line.isError) row.className = 'err';
    row.append(Object.assign(document.createElement('time'), { textContent: line.clock }), Object.assign(document.createElement('span'), { textContent: line.text }));
    lines.append(row);
    while (lines.childElementCount > most) lines.firstElementChild.remove();
    toEnd();
  });
  lines.addEventListener('wheel', event => { if (event.deltaY < 0) follow.checked = false; }, { passive: true });
  follow.addEventListener('change', toEnd);
  toEnd();
}

for (const field of document.querySelectorAll('[data-submit]')) field.addEventListener('change', () => field.form.requestSubmit());

// Waterfall: a row opens its span; the arrow keys walk, fold and unfold.
const waterfall = document.getElementById('waterfall');
const depth = row => Number(row.dataset.depth);
function fold() {
  if (!waterfall) return;
  let hiddenBelow = Infinity;
  for (const row of waterfall.tBodies[0].rows) {
    if (depth(row) <= hiddenBelow) hiddenBelow = Infinity;
    row.hidden = hiddenBelow !== Infinity;
    if (!row.hasAttribute('aria-expanded')) continue;
    row.setAttribute('aria-expanded', !folded.has(row.id));
    if (folded.has(row.id) && !row.hidden) hiddenBelow = depth(row);
  }
}
function setFolded(row, closed) {
  if (!row.hasAttribute('aria-expanded')) return;
  if (closed) folded.add(row.id); else folded.delete(row.id);
  fold();
}
async function choose(url) {
  history.pushState(null, '', url);
  await show(url);
}
if (waterfall) {
  waterfall.addEventListener('click', event => {
    const row = event.target.closest('tbody tr');
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.target.closest('button.fold')) return setFolded(row, !folded.has(row.id));
    choose(row.querySelector('a').href);
  });
  waterfall.addEventListener('keydown', event => {
    const row = event.target.closest('tbody tr');
    if (!row) return;
    const seen = [...waterfall.tBodies[0].rows].filter(r => !r.hidden);
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (to) seen[seen.indexOf(row) + to]?.querySelector('a').focus();
    else if (event.key === 'ArrowLeft') setFolded(row, true);
    else if (event.key === 'ArrowRight') setFolded(row, false);
    else return;
    event.preventDefault();
  });
  document.getElementById('panel').addEventListener('click', event => {
    const anchor = event.target.closest('a');
    if (!anchor || anchor.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(anchor.href);
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && location.search) choose(location.pathname);
  });
  addEventListener('popstate', () => show(location.href));
  document.querySelector('tr[aria-selected=true]')?.scrollIntoView({ block: 'center' });
}
