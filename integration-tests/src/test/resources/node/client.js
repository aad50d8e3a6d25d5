'use strict';
// Sends requests by an http.Agent when it is told to, a line each, and answers each line when what it asks for is settled.
const http = require('http');
const readline = require('readline');

const ends = new Map();
let agent;

function options(text) {
  const all = {};
  for (const each of text.split(' ').filter(Boolean)) {
    const [key, value] = each.split('=');
    all[key] = value === 'true' ? true : value === 'false' ? false : isNaN(value) ? value : Number(value);
  }
  return all;
}

function request({ name, port, how }) {
  const headers = how === 'close' ? { Connection: 'close' } : {};
  const method = how === 'post' ? 'POST' : 'GET';
  const sent = http.request({ host: '127.0.0.1', port, path: `/${name}?`, method, headers, agent }, (response) => {
    response.on('end', () => ends.set(name, response.complete ? 'done' : 'failed'));
    response.on('error', () => ends.set(name, 'failed'));
    response.resume();
  });
  sent.on('error', () => ends.set(name, 'failed'));
  sent.end(how === 'post' ? 'abc' : undefined);
}

function state() {
  const waiting = Object.values(agent.requests).reduce((sum, queue) => sum + queue.length, 0);
  return `waiting=${waiting} open=${agent.totalSocketCount}`;
}

function handle(verb, of) {
  switch (verb) {
    case 'version': return `node=${process.version}`;
    case 'agent': agent = new http.Agent(options(of.options)); return '';
    case 'request': request(of); return '';
    case 'end': return `as=${ends.get(of.name) || ''}`;
    case 'state': return state();
    case 'forget': Object.values(agent.freeSockets).flat().forEach((socket) => socket.destroy()); return '';
    default: throw new Error(verb);
  }
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const [verb, ...pairs] = line.split(' ');
  const of = {};
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    of[pair.slice(0, equals)] = decodeURIComponent(pair.slice(equals + 1).replace(/\+/g, ' '));
  }
  // what happens on the way back to the event loop has happened by then: a connection that is free is handed on
  setImmediate(() => setImmediate(() => process.stdout.write(`@ok ${handle(verb, of)}\n`)));
}).on('close', () => process.exit(0));
