/* Asks the queries given on standard input in the Chromium 78 of chrome-aws-lambda; answers as JSON. */
"use strict";

const path = require("path");
const load = (name) => require(path.join(process.cwd(), "node_modules", name));

async function main() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const job = JSON.parse(Buffer.concat(chunks).toString());
  // The package unpacks the libraries that the binary needs only where it believes itself on AWS Lambda.
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs10.x";
  process.env.AWS_LAMBDA_FUNCTION_NAME = "search";
  process.env.LD_LIBRARY_PATH = process.env.LD_LIBRARY_PATH || "";
  const chrome = load("chrome-aws-lambda");
  const browser = await load("puppeteer-core").launch({
    executablePath: await chrome.executablePath,
    args: [...chrome.args, "--no-sandbox", "--disable-background-networking"],
    headless: true,
  });
  const errors = [], found = {};
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(job.address);
    for (const q of job.queries) {
      const got = await page.evaluate(`(${job.ask})([${JSON.stringify({ q })}, ${job.presses}, false])`);
      found[q] = got.urls;
    }
    process.stdout.write(JSON.stringify({ version: await browser.version(), found, errors }));
  } finally {
    await browser.close();
  }
}

main().catch((error) => { console.error(error); process.exit(1); });
