// Looks at the page for people in a real browser: nothing cut, nothing asked for, nothing run, nothing serious for a
// checker of accessibility, and a PDF that prints. `node look.mjs PROGRAM FOLDER`; pictures and PDFs go into FOLDER.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [program, folder] = process.argv.slice(2).map((p) => resolve(p));
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
mkdirSync(folder, { recursive: true });

const HOSTILE = `policy p "<script>window.ran = 1</script><svg onload='window.ran = 1'>" {
  title zh "<img src=x onerror='window.ran = 1'>"
  state CHN
  url "javascript:window.ran=1"
  governs detention
}
fact odd "<iframe srcdoc='<script>parent.ran = 1</script>'>"
article 1 "</style><script>window.ran = 1</script>" {
  text "\\"><math><mtext><script>window.ran = 1</script>"
  may detain foreigner where odd
}
`;

/** The pages: name, arguments, standard input. */
const pages = [
  ["china", ["policies/chn", "--lang", "en"]],
  ["china-zh", ["policies/chn", "--lang", "zh"]],
  ["china-both", ["policies/chn", "--lang", "zh,en"]],
  ["three-orders", ["policies/chn", "policies/mlt", "policies/mex", "--lang", "en"]],
  ["procedures", ["tests/fixtures/forms/before.pol", "--lang", "zh,en"]],
  ["hostile", ["-", "--lang", "zh,en"], HOSTILE],
];

let failed = 0;
const complain = (page, what) => {
  failed += 1;
  console.error(`${page}: ${what}`);
};

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
for (const [name, args, input] of pages) {
  const made = spawnSync(program, [...args, "--as-of", "2026-07-01", "--format", "html"], { input, maxBuffer: 1 << 28 });
  const file = join(folder, `${name}.html`);
  writeFileSync(file, made.stdout);
  const page = await browser.newPage();
  const asked = [];
  page.on("request", (r) => asked.push(r.url()));
  page.on("dialog", (d) => (complain(name, `a dialog: ${d.message()}`), d.dismiss()));
  page.on("pageerror", (e) => complain(name, `an error: ${e}`));
  for (const [width, kind] of [[1280, "desktop"], [390, "phone"]]) {
    await page.setViewport({ width, height: 900 });
    await page.goto(pathToFileURL(file).href, { waitUntil: "load", timeout: 120_000 });
    // What sticks out of the page, unless it can be scrolled to inside something that is meant to scroll.
    const out = await page.evaluate(() => {
      const found = [];
      const wide = document.documentElement.clientWidth;
      for (const e of document.querySelectorAll("body *")) {
        const box = e.getBoundingClientRect();
        const scrolls = e.closest(".wide, figure");
        if (box.width > 0 && box.right > wide + 1 && !scrolls) found.push(`${e.tagName}.${e.className} ${Math.round(box.right)}`);
      }
      return found.slice(0, 5);
    });
    if (out.length) complain(name, `cut at ${kind} width: ${out.join(", ")}`);
    await page.screenshot({ path: join(folder, `${name}-${kind}.png`), clip: { x: 0, y: 0, width, height: 4000 }, captureBeyondViewport: true });
  }
  const ran = await page.evaluate(() => window.ran);
  if (ran !== undefined) complain(name, "something in it was run");
  const beyond = asked.filter((u) => !u.startsWith("file:") && !u.startsWith("data:"));
  if (beyond.length) complain(name, `asked for ${beyond.join(", ")}`);
  if (new Set(asked).size !== 1) complain(name, `asked for more than itself: ${[...new Set(asked)].slice(0, 3)}`);
  await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4", printBackground: true, timeout: 300_000 });
  // The page forbids every script, so the checker is let in on a second visit.
  await page.setBypassCSP(true);
  await page.goto(pathToFileURL(file).href, { waitUntil: "load", timeout: 120_000 });
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const v of result.violations) {
    const line = `${v.impact} ${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)}`;
    if (["serious", "critical"].includes(v.impact)) complain(name, line);
    else console.log(`${name}: ${line}`);
  }
  console.log(`${name}: ${result.violations.length} remarks, ${result.passes.length} rules passed`);
  await page.close();
}
await browser.close();
console.log(failed === 0 ? "nothing serious" : `${failed} things are wrong`);
process.exit(failed === 0 ? 0 : 1);
