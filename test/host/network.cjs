// @ts-check
// Records every attempt of a Node process to reach another machine, and lets none of them through. Loaded before
// anything else in VS Code's server and its extension host (NODE_OPTIONS=--require), or by the tests themselves where
// VS Code does not take that. All of http, https, fetch and WebSocket end in these three doors.
const dgram = require('node:dgram');
const dns = require('node:dns');
const fs = require('node:fs');
const net = require('node:net');

const key = Symbol.for('seedmark.network');

/** @type {{ readonly what: string, readonly where: string, readonly stack: string }[]} */
const attempts = [];

if (!Reflect.has(globalThis, key)) {
  Reflect.set(globalThis, key, attempts);
  guardConnections();
  guardLookups();
  guardDatagrams();
}

/** Every attempt so far, however often this file was loaded. @type {typeof attempts} */
const all = Reflect.get(globalThis, key);
module.exports = { attempts: all };

/** @param {string} what @param {string} where */
function refuse(what, where) {
  const error = Object.assign(new Error(`the network is closed in tests: ${what} ${where}`), { code: 'ENETUNREACH' });
  attempts.push({ what, where, stack: String(error.stack) });
  const log = process.env.SEEDMARK_NETWORK_LOG;
  if (log) fs.appendFileSync(log, `${process.argv.slice(1).join(' ')}: ${what} ${where}\n`);
  return error;
}

/** @param {unknown} host */
function isLoopback(host) {
  return host === undefined || host === 'localhost' || host === '::1' || /^127\./.test(String(host));
}

function guardConnections() {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = /** @type {any} */ (
    /** @this {net.Socket} @param {...any} args */
    function (...args) {
      const [first, second] = Array.isArray(args[0]) ? args[0] : args; // net.connect hands on a normalised list
      const options = typeof first === 'object' ? first : typeof first === 'string' ? {} : { host: second };
      const host = typeof options.host === 'string' ? options.host : undefined;
      if (options.path || isLoopback(host)) return connect.apply(this, /** @type {any} */ (args));
      const error = refuse('connect', `${host}`);
      setImmediate(() => this.destroy(error)); // later, as a real failure: only then does everybody listen
      return this;
    }
  );
}

function guardLookups() {
  for (const name of /** @type {const} */ (['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'resolveSrv'])) {
    const original = dns[name];
    const originalPromise = dns.promises[name];
    Object.assign(dns, {
      [name]: (/** @type {string} */ host, /** @type {unknown[]} */ ...rest) => {
        if (isLoopback(host) || net.isIP(host)) return Reflect.apply(original, dns, [host, ...rest]);
        const callback = rest.at(-1);
        const error = refuse(name, host);
        if (typeof callback === 'function') process.nextTick(callback, error);
      },
    });
    Object.assign(dns.promises, {
      [name]: async (/** @type {string} */ host, /** @type {unknown[]} */ ...rest) => {
        if (isLoopback(host) || net.isIP(host)) return Reflect.apply(originalPromise, dns.promises, [host, ...rest]);
        throw refuse(name, host);
      },
    });
  }
}

function guardDatagrams() {
  const send = dgram.Socket.prototype.send;
  dgram.Socket.prototype.send = /** @type {any} */ (
    /** @this {dgram.Socket} @param {...any} args */
    function (...args) {
      const address = args.find((arg, index) => index > 0 && typeof arg === 'string');
      if (isLoopback(address)) return Reflect.apply(send, this, args);
      throw refuse('send', String(address));
    }
  );
}
