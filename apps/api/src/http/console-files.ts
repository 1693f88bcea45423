import { readdirSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { API_PREFIX } from './route-table.js';

const YEAR = 31_536_000;
const ASSETS = 'assets';

/**
 * Serves the built console at `/`: only files that were there at the start; any other page address is the
 * application's own and gets its index, but never an asset's: a page of an older version must see that it is gone. Assets carry a hash in their name and are kept; the index is not.
 */
export async function serveConsole(server: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  const files = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        resolve(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .split(sep)
          .join('/'),
      ),
  );
  await server.register(fastifyStatic, { root, serve: false, cacheControl: false });
  server.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0]?.slice(1) ?? '';
    if (files.has(path) && path !== 'index.html') return sendFile(reply, path);
    const [top = ''] = path.split('/', 1);
    if (top === API_PREFIX || top === ASSETS || !wantsPage(request)) return reply.callNotFound();
    return sendFile(reply, 'index.html');
  });
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const cache = path.startsWith(`${ASSETS}/`) ? `public, max-age=${YEAR}, immutable` : 'no-cache';
  return reply.header('cache-control', cache).sendFile(path);
}

const wantsPage = ({ headers }: FastifyRequest) => /text\/html|\*\/\*/.test(headers.accept ?? '*/*');
