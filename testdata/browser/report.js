// Opens the pages named after the browser: node report.js CHROMIUM PAGE... Reads each in both themes, tabs and clicks through it, prints
// it. Answers with what was seen, as JSON, for the Go test to judge.
"use strict";
const path = require("path");
const { pathToFileURL } = require("url");
const puppeteer = require("puppeteer-core");

const [chromium, ...pages] = process.argv.slice(2);
const shots = process.env.ECSLINT_SCREENSHOTS; // a folder to look at what was tested

async function open(browser, file, seen, width, theme) {
  const page = await browser.newPage();
  page.on("console", (m) => seen.console.push(m.text()));
  page.on("pageerror", (e) => seen.console.push(e.message));
  page.on("dialog", (d) => {
    seen.dialogs++;
    d.dismiss();
  });
  page.on("request", (r) => {
    if (!/^(file|data):/.test(r.url()) || (r.url().startsWith("file:") && r.url() !== pathToFileURL(file).href)) seen.requests.push(r.url());
  });
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  await page.goto(pathToFileURL(file).href);
  return page;
}

// panel is the text of the panel that can be seen, "" if there is none.
const panel = (page) =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll(".tip")].filter((t) => getComputedStyle(t).visibility === "visible");
    return seen.map((t) => t.innerText).join("\n---\n");
  });

const shot = async (page, name) => {
  if (shots) await page.screenshot({ path: path.join(shots, name + ".png"), fullPage: name.includes("whole") });
};

// tab goes through what can be reached, at most once.
async function tab(page, seen, steps) {
  for (let i = 0; i < steps; i++) {
    await page.keyboard.press("Tab");
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const now = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const box = e.getBoundingClientRect();
      const tip = e.querySelector(".tip");
      const panel = tip && tip.getBoundingClientRect();
      const apart = (a, b) => a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
      const within = (a) => a.top >= -1 && a.bottom <= innerHeight + 1 && a.left >= -1 && a.right <= innerWidth + 1;
      return {
        kind: e.className.toString().split(" ")[0] || e.tagName.toLowerCase(),
        label: e.getAttribute("aria-label") || e.textContent,
        outline: getComputedStyle(e).outlineStyle,
        covered: !within(box) || (panel && !(apart(box, panel) && within(panel))),
      };
    });
    if (!now) break;
    if (now.covered) seen.hidden.push(now.label);
    const text = await panel(page);
    if (text) seen.panels++;
    seen.focused.push({ kind: now.kind, label: now.label, outline: now.outline, panel: text });
  }
}

async function read(browser, file) {
  const seen = { console: [], requests: [], dialogs: 0, colors: {}, overflow: [], focused: [], hidden: [], panels: 0 };
  const name = path.basename(file, ".html");

  for (const theme of ["light", "dark"]) {
    for (const width of [1280, 400]) {
      const page = await open(browser, file, seen, width, theme);
      seen.colors[theme] = await page.evaluate(() => {
        const style = getComputedStyle(document.body);
        return [style.color, style.backgroundColor];
      });
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scroll > width) seen.overflow.push(`${scroll} of ${width}`);
      await shot(page, `${name}-${theme}-${width}-whole`);
      if (width === 400 && theme === "light") {
        const narrow = { focused: [], hidden: [], panels: 0 };
        await tab(page, narrow, 30);
        seen.hidden.push(...narrow.hidden);
        seen.narrowPanels = narrow.panels;
        await shot(page, `${name}-${theme}-${width}-tabbed`);
      }
      await page.close();
    }
  }

  const page = await open(browser, file, seen, 1280, "light");
  seen.elements = await page.evaluate(() => document.querySelectorAll("script,img,iframe,object,embed,[onload],[onerror]").length);
  seen.bins = await page.evaluate(() => document.querySelectorAll(".bin").length);

  await tab(page, seen, 60);
  await shot(page, `${name}-tabbed`);

  // Click: a box ticked, an instance, a task under the pointer, a summary.
  await page.evaluate(() => document.activeElement.blur());
  const opacity = () => page.evaluate(() => [...document.querySelectorAll(".bar rect")].map((r) => getComputedStyle(r).opacity));
  const box = await page.$(".hl");
  if (box) {
    await box.click();
    seen.dimmed = (await opacity()).filter((o) => o !== "1").length;
    seen.shown = (await opacity()).filter((o) => o === "1").length;
    await shot(page, `${name}-ticked`);
    await box.click();
    seen.unticked = (await opacity()).filter((o) => o !== "1").length;
  }
  const bin = await page.$(".bin");
  if (bin) {
    await bin.click();
    await page.mouse.move(1, 1);
    seen.clicked = await panel(page);
    const task = await bin.$("rect");
    if (task) {
      await task.hover();
      seen.under = await page.evaluate(() => {
        const lines = [...document.querySelectorAll(".bin:hover .tip tr")];
        const plain = getComputedStyle(lines[0]).backgroundColor;
        return lines.filter((l) => getComputedStyle(l).backgroundColor !== plain).map((l) => l.innerText);
      });
    }
  }
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(1, 1);
  const summary = await page.$("summary");
  if (summary) {
    await summary.click();
    seen.opened = await page.evaluate(() => document.querySelector("details").innerText);
  }
  const link = await page.$("a[download]");
  if (link) {
    seen.download = await link.evaluate((a) => ({ name: a.download, data: atob(a.href.split("base64,")[1]) }));
  }
  seen.pdf = (await page.pdf({ format: "A4", printBackground: true, path: shots && path.join(shots, name + ".pdf") })).length;
  const dark = [{ name: "prefers-color-scheme", value: "dark" }];
  await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { media: "print", features: dark });
  seen.paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  seen.printed = await page.evaluate(() =>
    [...document.querySelectorAll("details table")].map((t) => t.checkVisibility({ contentVisibilityAuto: true })),
  );
  await page.close();
  return seen;
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
  try {
    const all = {};
    for (const file of pages) all[path.basename(file)] = await read(browser, file);
    process.stdout.write(JSON.stringify(all, null, 1));
  } finally {
    await browser.close();
  }
})().catch((e) => {
  console.error(e);
  process.exit(1);
});
