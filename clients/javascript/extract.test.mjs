// CLAIMWIRE=PATH node --test
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {after, before, test} from 'node:test';
import {extract} from './extract.mjs';

let server, url;

before(async () => {
  server = spawn(process.env.CLAIMWIRE ?? 'claimwire', ['serve', '--addr', '127.0.0.1:0', '--drain', '0s']);
  for await (const line of createInterface(server.stderr)) {
    const record = JSON.parse(line);
    if (record.msg === 'listening') { url = record.address; break }
  }
  server.stderr.resume();
});

after(() => server.kill());

test('spans slice the text', async () => {
  const text = '😀 Mayor Ann Lee said the café would cost €3 million.';
  const [claim] = await extract(url, {id: '7f3a', text});
  assert.equal(claim.article, '7f3a');
  assert.equal(claim.source.name, 'Ann Lee');
  for (const part of [...claim.parts, ...claim.quantities, claim.cue]) assert.equal(text.slice(part.start, part.end), part.text);
});

test('an article that is none says why', async () => {
  await assert.rejects(extract(url, {html: '<p>x'}), /skipped: too short/);
  await assert.rejects(extract(url, {}), /neither text nor html/);
});
