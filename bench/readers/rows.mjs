// Reads a feed with a library of npm and prints its entries as JSON: node rows.mjs feedsmith|rss-parser ADDRESS
import { createRequire } from 'node:module';

const need = createRequire(`${process.env.READERS_NODE}/`);
const [library, address] = process.argv.slice(2);

async function feedsmith() {
  const { parseFeed } = need('feedsmith');
  const { format, feed } = parseFeed(await (await fetch(address)).text());
  const link = (entry, rel) => (entry.links ?? []).filter((one) => (one.rel ?? 'alternate') === rel).map((one) => one.href);
  switch (format) {
    case 'atom':
      return feed.entries.map((e) => row(e.id, plain(e.title), link(e, 'alternate')[0], e.published, e.authors.map((a) => a.name), plain(e.content), link(e, 'enclosure')));
    case 'rss':
      return feed.items.map((e) => row(e.guid.value, plain(e.title), e.link, new Date(e.pubDate).toISOString(), e.dc.creators ?? [e.dc.creator], e.content.encoded, (e.enclosures ?? []).map((x) => x.url)));
    default:
      return feed.items.map((e) => row(e.id, e.title, e.url, e.date_published, e.authors.map((a) => a.name), e.content_html, (e.attachments ?? []).map((x) => x.url)));
  }
}

async function rssParser() {
  const Parser = need('rss-parser');
  const feed = await new Parser().parseURL(address);
  return feed.items.map((e) =>
    row(e.guid ?? e.id, plain(e.title), e.link, e.isoDate, [e.creator ?? e.author], e['content:encoded'] ?? e.content, e.enclosure ? [e.enclosure.url] : []));
}

const plain = (text) => (typeof text === 'object' && text !== null ? (text.value ?? text._) : text);

const row = (id, title, link, date, authors, text, enclosures) => ({ id, title, link, date, authors, text, enclosures });

console.log(JSON.stringify(await (library === 'feedsmith' ? feedsmith() : rssParser())));
