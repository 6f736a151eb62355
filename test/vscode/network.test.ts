import assert from 'node:assert/strict';
import dns from 'node:dns/promises';
import https from 'node:https';
import net from 'node:net';
import * as vscode from 'vscode';
import { attempts } from '../host/network.cjs';

// An address kept free for documentation: nobody answers there, should the guard ever let something through.
const elsewhere = '192.0.2.1';

suite('network', () => {
  test('nothing that ran in the extension host asked for another machine', () => {
    assert.deepEqual(attempts, []);
  });

  test('the guard sees an attempt by socket, by name, by https and by fetch', async () => {
    await failure((done) => net.connect(443, elsewhere).once('error', done));
    await assert.rejects(dns.lookup('seedmark.invalid'));
    await failure((done) => https.get(`https://${elsewhere}/`).once('error', done));
    await assert.rejects(fetch(`http://${elsewhere}/`));
    const seen = attempts.splice(0).map((attempt) => attempt.where);
    assert.deepEqual(seen, [elsewhere, 'seedmark.invalid', elsewhere, elsewhere]);
  });

  test('the guard lets this machine talk to itself', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as net.AddressInfo;
    await new Promise((resolve) => net.connect(port, '127.0.0.1').once('connect', resolve));
    server.close();
    assert.deepEqual(attempts, []);
    assert.ok(vscode.extensions.getExtension('seedmark.seedmark')?.isActive);
  });
});

function failure(attempt: (done: (error: Error) => void) => unknown): Promise<Error> {
  return new Promise((resolve) => {
    attempt(resolve);
  });
}
