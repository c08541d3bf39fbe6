// editor.mjs SERVER SCHEMAS FILE…: what yaml-language-server says of each file, as lines of JSON; then completion and hover in a file of ours.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import path from 'node:path';

const [entry, schemas, ...files] = process.argv.slice(2);
const server = spawn(process.execPath, [entry, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const waiting = new Map();
const told = new Map();
let last = 0;
let rest = Buffer.alloc(0);

function send(message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function ask(method, params) {
  const id = ++last;
  send({ id, method, params });
  return new Promise((done) => waiting.set(id, done));
}

function settings() {
  const of = (name) => pathToFileURL(path.join(schemas, `${name}.schema.json`)).href;
  return { schemas: { [of('sources')]: '**/sources.yaml', [of('headrace')]: '**/headrace.yaml' }, validate: true, hover: true, completion: true, schemaStore: { enable: false } };
}

function heard(message) {
  if (message.method === 'textDocument/publishDiagnostics') {
    told.get(message.params.uri)?.(message.params.diagnostics);
  } else if (message.method === 'workspace/configuration') {
    send({ id: message.id, result: message.params.items.map((item) => (item.section === 'yaml' ? settings() : {})) });
  } else if (message.method && message.id !== undefined) {
    send({ id: message.id, result: null });
  } else if (waiting.has(message.id)) {
    waiting.get(message.id)(message.result);
    waiting.delete(message.id);
  }
}

server.stdout.on('data', (bytes) => {
  rest = Buffer.concat([rest, bytes]);
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    const length = end < 0 ? NaN : Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, end).toString())[1]);
    if (Number.isNaN(length) || rest.length < end + 4 + length) return;
    const message = JSON.parse(rest.subarray(end + 4, end + 4 + length).toString());
    rest = rest.subarray(end + 4 + length);
    heard(message);
  }
});

/** The faults of a text that stands under a name; resolved by the first diagnostics the server sends for it. */
function faults(uri, text) {
  const found = new Promise((done) => told.set(uri, done));
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
  return found;
}

const uriOf = (file) => pathToFileURL(path.resolve(file)).href;
await ask('initialize', { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {
  textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } }, hover: { contentFormat: ['markdown'] }, publishDiagnostics: {} },
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } } });
send({ method: 'initialized', params: {} });
send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: settings() } } });

for (const file of files) {
  const found = await faults(uriOf(file), fs.readFileSync(file, 'utf8'));
  console.log(JSON.stringify({ file, faults: found.map((one) => ({ line: one.range.start.line + 1, column: one.range.start.character + 1, message: one.message })) }));
}

for (const [name, text, key] of [['sources', '- url: https://paper.example/feed\n  ', 'fulltext: auto'], ['headrace', 'fetch:\n  ', 'gap: 2s']]) {
  const empty = uriOf(`/invented/${name}/new/${name}.yaml`);
  await faults(empty, text);
  const lines = text.split('\n');
  const offered = await ask('textDocument/completion', { textDocument: { uri: empty }, position: { line: lines.length - 1, character: lines.at(-1).length } });
  const known = uriOf(`/invented/${name}/known/${name}.yaml`);
  await faults(known, text + key);
  const hover = await ask('textDocument/hover', { textDocument: { uri: known }, position: { line: lines.length - 1, character: lines.at(-1).length + 1 } });
  console.log(JSON.stringify({ file: name, offered: (offered?.items ?? []).map((item) => item.label), hover: hover?.contents?.value ?? '' }));
}
server.kill();
