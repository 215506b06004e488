/** The yardstick of the rush: a bare hono route that parses nothing and only commits one row. Prints its address. */
import process from 'node:process';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { SqliteDatabase } from '../storage/sqlite-database.ts';

const [file = ':memory:'] = process.argv.slice(2);
const db = new SqliteDatabase(file);
db.db.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');

const app = new Hono();
app.post('/', async (c) => {
  const body = await c.req.text();
  db.transaction(() => db.run('INSERT INTO bare (body) VALUES (?)', body));
  return c.json({ ok: true }, 201);
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`http://127.0.0.1:${port}/\n`);
});
