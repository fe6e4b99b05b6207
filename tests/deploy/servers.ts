import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startServer } from '../../src/cli/static-server.ts';
import { PROJECT } from '../cli/run-command.ts';

export interface RunningHost {
  readonly port: number;
  stop(): Promise<void>;
}

/** A server that can serve a built site. */
export interface Host {
  readonly name: string;
  /** Why it can't be tried here; absent: it can. */
  readonly absent?: string;
  /**
   * @param root - Absolute path of the built site.
   * @param scratch - A folder for its own files.
   * @param base - The path of the site's address: "/", or the name of the site's folder between slashes.
   */
  start(root: string, scratch: string, base: string): Promise<RunningHost>;
}

export const hosts: readonly Host[] = [
  {
    name: 'serve',
    start: async (root) => {
      const server = await startServer({ root, port: 0, host: '127.0.0.1' });
      return { port: Number(new URL(server.url).port), stop: () => server.close() };
    },
  },
  {
    name: 'nginx',
    ...absence('nginx', ['-v'], 'apt-get install nginx-light'),
    start: async (root, scratch, base) => {
      const port = await findPort();
      const config = path.join(scratch, 'nginx.conf');
      writeFileSync(config, wrapNginxRecipe(adaptNginxRecipe(root, base, port), scratch));
      mkdirSync(path.join(scratch, 'temporary'), { recursive: true });
      return startProcess(
        'nginx',
        ['-p', scratch, '-c', config, '-e', path.join(scratch, 'error.log')],
        port,
      );
    },
  },
  {
    name: 'caddy',
    ...absence('caddy', ['version'], 'apt-get install caddy'),
    start: async (root, scratch, base) => {
      const port = await findPort();
      const config = path.join(scratch, 'Caddyfile');
      writeFileSync(config, `{\n\tadmin off\n}\n${adaptCaddyRecipe(root, base, port)}`);
      return startProcess('caddy', ['run', '--adapter', 'caddyfile', '--config', config], port, {
        HOME: scratch,
        XDG_CONFIG_HOME: scratch,
        XDG_DATA_HOME: scratch,
      });
    },
  },
];

function readRecipe(name: string): string {
  return readFileSync(path.join(PROJECT, 'deploy', name), 'utf8');
}

/** The recipe as it is, but for what its first lines tell the operator to change. */
function adaptNginxRecipe(root: string, base: string, port: number): string {
  const recipe = readRecipe('nginx.conf').replace('listen 80;', `listen 127.0.0.1:${port};`);
  if (base === '/') return recipe.replace('root /srv/broadsheet;', `root ${root};`);
  return recipe
    .replace('root /srv/broadsheet;', `root ${path.dirname(root)};`)
    .replace('#~^/news(', `~^${base.slice(0, -1)}(`)
    .replace('=404 /404.html', `=404 ${base}404.html`);
}

/** The same for Caddy. */
function adaptCaddyRecipe(root: string, base: string, port: number): string {
  const recipe = readRecipe('Caddyfile')
    .replace('news.example.com {', `http://127.0.0.1:${port} {`)
    .replace('/srv/broadsheet', root);
  if (base === '/') return recipe;
  return recipe.replace(/#(redir|@elsewhere|error|uri)(.*)/g, (_, directive: string, rest: string) =>
    (directive + rest).replaceAll('/news', base.slice(0, -1)),
  );
}

/** Inside the least of a main configuration. */
function wrapNginxRecipe(recipe: string, scratch: string): string {
  const types = [
    '/etc/nginx/mime.types',
    '/usr/local/etc/nginx/mime.types',
    '/opt/homebrew/etc/nginx/mime.types',
  ];
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${scratch}/temporary/${name};`,
  );
  return [
    // Workers of a server that root starts could not read a folder that is root's alone.
    process.getuid?.() === 0 ? 'user root;' : '',
    'daemon off;',
    'worker_processes 1;',
    `pid ${scratch}/nginx.pid;`,
    'events { worker_connections 64; }',
    'http {',
    `include ${types.find((file) => existsSync(file)) ?? types[0]};`,
    'access_log off;',
    ...temporary,
    recipe,
    '}',
  ].join('\n');
}

function absence(command: string, args: readonly string[], remedy: string): { readonly absent?: string } {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return {};
  } catch {
    return { absent: `${command} is not installed (${remedy}); its recipe is not tried` };
  }
}

/** A port that is free now; nothing else here asks for one at the same time. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function startProcess(
  command: string,
  args: readonly string[],
  port: number,
  env: NodeJS.ProcessEnv = {},
): Promise<RunningHost> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`${command} ended at once: ${said}`);
    if (await answers(port)) return { port, stop: () => stop(child) };
    await wait(50);
  }
  await stop(child);
  throw new Error(`${command} does not answer: ${said}`);
}

async function answers(port: number): Promise<boolean> {
  try {
    await (await fetch(`http://127.0.0.1:${port}/robots.txt`)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
