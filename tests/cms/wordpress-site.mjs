// A real WordPress for the tests beside this file: Debian's packages of WordPress, Apache with PHP and MariaDB, all of it in one folder that is
// removed afterwards, on sockets and ports of its own. In: nothing. Out: the address, SQL, and a way to end it. It knows nothing of the plugin.
//
// Nothing survives the process: it ends what it started when it exits, is interrupted or fails, and the system ends it if the process is killed.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packaged = '/usr/share/wordpress';
const modules = '/usr/lib/apache2/modules';
const isRoot = process.getuid() === 0;
/** What Apache's own processes are when root starts it. */
const webUser = 'www-data';
const ofTests = fileURLToPath(new URL('wordpress/', import.meta.url));

/** Who may do everything on the site. */
export const administrator = { name: 'admin', password: 'correct horse battery staple' };

/** Starts a new WordPress with its sample content and nothing else. */
export async function startWordPress() {
  assert.ok(existsSync(`${packaged}/wp-load.php`), 'WordPress is missing; run .ci/setup.sh cms');
  const folder = mkdtempSync(join(tmpdir(), 'leadscore-wordpress-'));
  chmodSync(folder, 0o755); // Apache's processes are another user's
  const running = [];
  const end = () => {
    for (const child of running.splice(0)) endGroup(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  process.on('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
  try {
    const database = await startDatabase(folder, running);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    install(folder, database, url);
    await startApache(folder, port, running);
    return {
      url,
      root: join(folder, 'site'),
      /** Gives files of the site to the web server, which then may change and delete them. */
      handOver: (path) => handOver(join(folder, 'site', path)),
      sql: (query) => rowsOf(database, query),
      /** What PHP complained of in the files of a plugin. */
      complaintsOf: (plugin) => textOf(join(folder, 'php.log')).split('\n').filter((line) => line.includes(`plugins/${plugin}/`)),
      close: async () => {
        const ended = Promise.all(running.map((child) => child.exitCode ?? once(child, 'exit')));
        end();
        await ended;
        process.off('exit', end);
      },
    };
  } catch (error) {
    error.message += `\n${['database.log', 'apache.log', 'php.log'].map((name) => textOf(join(folder, name))).join('').slice(-4000)}`;
    end();
    throw error;
  }
}

/** Ends a program with what it started itself, at once: nothing of it is kept. */
function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Starts a program that ends with this process, even if that is killed; in a group of its own, for Apache ends all of its group. */
function start(program, args, running) {
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  running.push(child);
  return child;
}

/** MariaDB on a socket, without a network. */
async function startDatabase(folder, running) {
  const data = join(folder, 'database');
  const socket = join(folder, 'database.sock');
  const user = isRoot ? ['--user=root'] : [];
  // Small files that need not survive a crash.
  const small = ['--innodb-log-file-size=4M', '--innodb-buffer-pool-size=32M', '--innodb-flush-method=nosync', '--skip-innodb-doublewrite'];
  const ofData = ['--no-defaults', `--datadir=${data}`, ...small, ...user];
  execFileSync('mariadb-install-db', [...ofData, '--auth-root-authentication-method=normal', '--skip-test-db'], { stdio: 'pipe' });
  const child = start('/usr/sbin/mariadbd', [...ofData, `--socket=${socket}`, '--skip-networking', `--pid-file=${folder}/database.pid`], running);
  await said(child, 'ready for connections', join(folder, 'database.log'));
  rowsOf({ socket, user: isRoot ? 'root' : process.env.USER }, 'CREATE DATABASE wordpress');
  return { socket, name: 'wordpress' };
}

/** Once a program has said something on stderr, all of which goes to a file. */
function said(child, words, log) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (chunk) => {
      text += chunk;
      writeFileSync(log, text);
      if (text.includes(words)) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnargs[3]} ended with ${code}`)));
  });
}

/** The rows of a query, each an array of texts. */
function rowsOf({ socket, name }, query) {
  const args = ['--no-defaults', `--socket=${socket}`, '--user=root', '--batch', '--raw', '--skip-column-names', `--execute=${query}`];
  const text = execFileSync('mariadb', name ? [...args, name] : args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return text.split('\n').slice(0, -1).map((row) => row.split('\t'));
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A copy of the packaged WordPress with a configuration of its own, set up by WordPress's own installation. */
function install(folder, database, url) {
  const site = join(folder, 'site');
  const isOwn = (path) => path !== `${packaged}/wp-config.php` && path !== `${packaged}/wp-includes`;
  cpSync(packaged, site, { recursive: true, dereference: true, filter: isOwn });
  symlinkSync(`${packaged}/wp-includes`, join(site, 'wp-includes'));
  mkdirSync(join(site, 'wp-content/uploads'));
  cpSync(join(ofTests, 'mu-plugins'), join(site, 'wp-content/mu-plugins'), { recursive: true });
  writeFileSync(join(site, 'wp-config.php'), configuration(folder, database, url));
  writeFileSync(join(site, '.htaccess'), 'RewriteEngine On\nRewriteRule ^index\\.php$ - [L]\nRewriteCond %{REQUEST_FILENAME} !-f\nRewriteCond %{REQUEST_FILENAME} !-d\nRewriteRule . /index.php [L]\n');
  const { name, password } = administrator;
  execFileSync('php', ['-d', 'sendmail_path=/bin/true', join(ofTests, 'install.php'), site, name, password], { stdio: ['ignore', 'pipe', 'pipe'] });
  handOver(site);
}

function handOver(path) {
  if (isRoot) execFileSync('chown', ['-R', `${webUser}:`, path]);
}

function configuration(folder, { socket, name }, url) {
  const constants = {
    DB_NAME: name,
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_HOME: url,
    WP_SITEURL: url,
    // Nothing leaves this machine, and nothing runs by itself.
    WP_HTTP_BLOCK_EXTERNAL: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    DISABLE_WP_CRON: true,
    FS_METHOD: 'direct',
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    WP_DEBUG_LOG: join(folder, 'php.log'),
  };
  const keys = ['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'];
  const all = [...Object.entries(constants), ...keys.map((key) => [key, `${key} of a test`])];
  const defined = all.map(([key, value]) => `define('${key}', ${JSON.stringify(value)});`);
  return `<?php\n${defined.join('\n')}\n$table_prefix = 'wp_';\nif (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n`;
}

/** Apache with PHP in it, as Debian's WordPress runs, for this folder alone. */
async function startApache(folder, port, running) {
  const php = readdirSync(modules).find((name) => /^libphp[\d.]*\.so$/.test(name));
  assert.ok(php, 'Apache has no PHP; run .ci/setup.sh cms');
  writeFileSync(join(folder, 'mime.types'), 'text/html html\ntext/css css\ntext/javascript js\napplication/json json\nimage/svg+xml svg\n');
  const loaded = { mpm_prefork: 'mpm_prefork', authz_core: 'authz_core', dir: 'dir', mime: 'mime', rewrite: 'rewrite' };
  writeFileSync(
    join(folder, 'apache.conf'),
    `${Object.values(loaded).map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
LoadModule php_module ${modules}/${php}
ServerRoot ${folder}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
Mutex file:${folder}
ErrorLog ${folder}/apache.log
TypesConfig ${folder}/mime.types
${isRoot ? `User ${webUser}\nGroup ${webUser}` : ''}
StartServers 3
DocumentRoot ${folder}/site
DirectoryIndex index.php
<Directory ${folder}/site>
  AllowOverride All
  Require all granted
</Directory>
<FilesMatch "\\.php$">
  SetHandler application/x-httpd-php
</FilesMatch>
`,
  );
  const child = start('/usr/sbin/apache2', ['-f', join(folder, 'apache.conf'), '-D', 'FOREGROUND'], running);
  const ended = once(child, 'exit').then(([code]) => assert.fail(`Apache ended with ${code}`));
  ended.catch(() => {});
  await Promise.race([ended, answering(`http://127.0.0.1:${port}/`, child)]);
}

/** Once there is an answer from an address. */
async function answering(url, child) {
  while (child.exitCode === null) {
    try {
      await (await fetch(url)).text();
      return;
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
