// A small site for the recipes: pages given as text, the embed under /leadscore, and what its forms and beacons sent.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { embedded } from './embed.mjs';

const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };

/**
 * Serves pages: by path, a text or `{ body, headers }`. `files` are further files by path; `fallback` is the path of the page that stands for all that
 * are not there, as servers of single-page apps have it.
 */
export async function serve({ pages, files = {}, fallback }) {
  const received = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://site');
    if (request.method === 'POST') {
      const chunks = await request.toArray();
      received.push({ path: pathname, type: request.headers['content-type'], body: Buffer.concat(chunks).toString() });
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Thank you</title>');
      return;
    }
    const file = pathname.startsWith('/leadscore/') ? embedded(pathname.slice('/leadscore/'.length)) : files[pathname];
    const page = pages[pathname] ?? (extname(pathname) ? undefined : pages[fallback]);
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': types[extname(pathname)] }).end(file);
    } else if (page !== undefined) {
      const { body, headers = {} } = typeof page === 'string' ? { body: page } : page;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
    } else {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end(`nothing at ${pathname}?${searchParams}`);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    received,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a form sent, by name. */
export function fieldsOf({ body }) {
  return Object.fromEntries(new URLSearchParams(body));
}
