// node extract.mjs http://127.0.0.1:8080 'Mayor Ann Lee said the bridge was safe.'
export async function extract(server, article) {
  const answer = await fetch(`${server}/v1/extract?offsets=utf16`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(article),
  });
  const lines = (await answer.text()).split('\n').filter(Boolean).map(line => JSON.parse(line));
  if (!answer.ok) throw new Error(lines[0].error ?? lines[0].detail);
  return lines; // start and end count as String.slice does
}

if (import.meta.url === `file://${process.argv[1]}`)
  for (const claim of await extract(process.argv[2], {text: process.argv[3]})) console.log(claim.source.name, claim.stance, claim.content);
