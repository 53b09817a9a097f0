// Pages in Chromium: what they write to the console, served from a folder or by a server that is there already.

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-quic'];

/** Serves a folder while the work is done. `types` may say otherwise what files are. */
export async function served(folder, work, otherTypes = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    try {
      const body = pages.get(path) ?? (await readFile(join(folder, path)));
      response.writeHead(200, { 'content-type': { ...types, ...otherTypes }[extname(path)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Pages that are no files: one with a script of any kind, as the bundlers write it. */
const head = '<!doctype html><meta charset="utf-8"><title>App</title><link rel="icon" href="data:,">';
const pages = new Map([
  ['/classic.html', `${head}<script src="dist/main.js" defer></script>`],
  ['/module.html', `${head}<script src="dist/main.js" type="module"></script>`],
]);

/** All that a page writes to the console up to the first line and a moment of rest after it, a line each; and what it asks the server for. */
export async function opened(url) {
  const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    const [said, asked] = [[], []];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const first = Promise.race([page.waitForEvent('console'), page.waitForEvent('pageerror')]);
    await page.goto(url);
    await first;
    await page.waitForLoadState('networkidle');
    return { stdout: `${said.join('\n')}\n`, asked };
  } finally {
    await browser.close();
  }
}
