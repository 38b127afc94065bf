/* 搜索。数据是一个个小脚本，所以网站放在子目录里、拷到U盘上都能查。数据的样子和拆词的办法见 generator/search，两边要一起改。
   只用 Chromium 78 和 Safari 13 认得的写法；页面上要有哪些东西，见 theme/pages/search.html。 */
(function () {
  "use strict";

  const PAGE = 10;        // 一次多看几件
  const YEARS_AT_ONCE = 6; // 按一次最多查几份索引，再多要人点
  const LOOKS_AT_ONCE = 30; // 按一次最多打开几件来核对
  const EXCERPT = 90;

  /* ---- 取数据 ---- */

  const arrived = {}, loading = {};
  window.sanwuData = function (name, data) { arrived[name] = data; };

  function load(url, name) {
    if (!loading[url]) {
      loading[url] = new Promise(function (done, fail) {
        const script = document.createElement("script");
        const timer = setTimeout(fail, 30000);
        script.onload = function () { clearTimeout(timer); if (name in arrived) done(arrived[name]); else fail(); };
        script.onerror = function () { clearTimeout(timer); fail(); };
        script.src = url;
        document.head.appendChild(script);
      });
      loading[url].catch(function () { delete loading[url]; });
    }
    return loading[url];
  }

  /* ---- 压缩过的数和名单 ---- */

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const VALUE = {};
  for (let i = 0; i < 64; i++) VALUE[DIGITS[i]] = i;

  function reader(text) {
    let at = 0;
    function next() {
      let value = 0, unit = 1, digit;
      do { digit = VALUE[text[at++]]; value += digit % 32 * unit; unit *= 32; } while (digit > 31);
      return value;
    }
    return { next: next, more: function () { return at < text.length; }, skip: function (n) { at += n; }, at: function () { return at; } };
  }

  function numbers(text) {
    const from = reader(text), list = [];
    while (from.more()) list.push(from.next());
    return list;
  }

  function sums(text) {
    let sum = 0;
    return numbers(text).map(function (n) { return sum += n; });
  }

  const CRC = [];
  for (let i = 0; i < 256; i++) {
    let c = i;
    for (let k = 0; k < 8; k++) c = c & 1 ? c >>> 1 ^ 0xedb88320 : c >>> 1;
    CRC.push(c >>> 0);
  }

  function crc(bytes) {
    let c = -1;
    for (let i = 0; i < bytes.length; i++) c = CRC[(c ^ bytes[i]) & 255] ^ c >>> 8;
    return ~c >>> 0;
  }

  function hash(token) {
    const bytes = [];
    for (let i = 0; i < token.length; i++) bytes.push(token.charCodeAt(i) & 255, token.charCodeAt(i) >> 8);
    return crc(bytes);
  }

  // 一片索引里，哪些件（编号从小到大）有这个词
  function lookup(shard, wanted, size) {
    const from = reader(shard);
    let key = 0;
    while (from.more()) {
      key += from.next();
      const count = from.next();
      if (key > wanted) break;
      if (key < wanted) {
        if (count) for (let i = 0; i < count; i++) from.next(); else from.skip(Math.ceil(size / 6));
        continue;
      }
      const ids = [];
      for (let i = 0, id = 0; i < count; i++) ids.push(id += from.next());
      if (!count) for (let id = 0, at = from.at(); id < size; id++) if (VALUE[shard[at + Math.floor(id / 6)]] >> 5 - id % 6 & 1) ids.push(id);
      return ids;
    }
    return [];
  }

  function both(a, b) {
    const has = new Set(b);
    return a.filter(function (id) { return has.has(id); });
  }

  /* ---- 文字：统一写法，找数、找日期、找词 ---- */

  const MARK = /[\u0000-\u0009\u000b-\u0029\u002b-\u002f\u003a-\u0060\u007b-\u00bf\u00f7\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ufe00-\ufe0f\ufeff\ufff0-\uffff]/;
  const ASCII = /[0-9a-z]/, DIGIT = /[0-9]/;
  const NUMBER = "(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(?: ?[万亿])?";
  const AMOUNT = new RegExp("^¥? ?(" + NUMBER + ") ?(?:元|块钱?|圆)?整?$");
  const DATE = "([0-9]{4})(?:([-/.])([0-9]{1,2})\\2([0-9]{1,2})(?!\\.?[0-9])|[-/]([0-9]{1,2})(?![-/.]?[0-9])|([01][0-9])([0-3][0-9])(?!\\.?[0-9])| ?年(?: ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?)?)|([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]";
  const HAN_DATE = "([〇零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?)?";
  const HAN = "〇一二三四五六七八九";

  const known = {};
  function plainChar(char, code) {
    if (!(char in known)) {
      known[char] = code === 0x25cb ? "〇" : code === 0xd7 ? "*" : code >= 0xe0100 && code <= 0xe01ef ? "\ufe00" : char.normalize("NFKC").toLowerCase();
    }
    return known[char];
  }

  // 全角变半角、大写变小写；at、to 记着每个字原来在哪里
  function plain(text) {
    const at = [], to = [];
    let s = "";
    for (let i = 0; i < text.length;) {
      const code = text.codePointAt(i), char = String.fromCodePoint(code), same = plainChar(char, code);
      for (let k = 0; k < same.length; k++) { at.push(i); to.push(i + char.length); }
      s += same;
      i += char.length;
    }
    return { s: s, at: at, to: to };
  }

  const sorts = {};
  function sort(c) { return sorts[c] || (sorts[c] = MARK.test(c) ? "mark" : ASCII.test(c) ? "ascii" : "word"); }

  // 再去掉标点和空格：数里的小数点留着，两串字母数字之间留一个空格，换行留着
  function squeeze(p) {
    const at = [], to = [];
    let s = "", gap = false, last = "";
    for (let i = 0; i < p.s.length; i++) {
      const c = p.s[i], here = sort(c);
      if (here === "mark" && c !== "\n") {
        const inside = (c === "," || c === ".") && DIGIT.test(p.s[i - 1] || "") && DIGIT.test(p.s[i + 1] || "");
        if (!inside) gap = true;
        if (!inside || c === ",") continue;
      }
      if (gap && here === "ascii" && last === "ascii") { s += " "; at.push(p.at[i]); to.push(p.at[i]); }
      gap = false;
      last = here;
      s += c;
      at.push(p.at[i]);
      to.push(p.to[i]);
    }
    return { s: s, at: at, to: to };
  }

  function scan(pattern, p, see) {
    const regex = new RegExp(pattern, "g");
    for (let m; (m = regex.exec(p.s));) {
      if (see(m, [p.at[m.index], p.to[regex.lastIndex - 1]]) === false) regex.lastIndex = m.index + 1;
    }
  }

  function values(written) {
    const digits = written.replace(/,/g, ""), zeros = { "万": 4, "亿": 8 }[digits.slice(-1)];
    if (zeros) {
      const bare = digits.slice(0, -1).trim(), parts = bare.split("."), fraction = (parts[1] || "") + "00000000";
      return values(parts[0] + fraction.slice(0, zeros) + "." + fraction.slice(zeros)).concat(values(bare));
    }
    const parts = digits.split("."), fraction = (parts[1] || "").replace(/0+$/, ""), whole = parts[0].replace(/^0+/, "") || "0";
    return [fraction ? whole + "." + fraction : whole];
  }

  function two(n) { return n < 10 ? "0" + n : "" + n; }

  // 从粗到细，最后一个最细
  function codes(year, month, day) {
    if (month > 12 || day > 31) return [];
    const list = year ? ["d" + year] : [];
    if (month && day) list.push("m" + two(month) + two(day));
    if (year && month) list.push("d" + year + two(month));
    if (year && month && day) list.push("d" + year + two(month) + two(day));
    return list;
  }

  function hanNumber(text) {
    if (!text) return 0;
    const parts = text.replace(/零/g, "〇").split("十");
    if (parts.length > 2 || parts[0].length > 1 || (parts[1] || "").length > 1) return 99;
    if (parts.length < 2) return HAN.indexOf(parts[0]);
    return (parts[0] ? HAN.indexOf(parts[0]) : 1) * 10 + (parts[1] ? HAN.indexOf(parts[1]) : 0);
  }

  function dates(p) {
    const found = [];
    scan(DATE, p, function (m, span) {
      if (DIGIT.test(p.s[m.index - 1] || "")) return false;
      const list = codes(m[1], +(m[3] || m[5] || m[6] || m[8] || m[10] || 0), +(m[4] || m[7] || m[9] || m[11] || 0));
      if (list.length) found.push({ codes: list, span: span, text: m[0] });
      return true;
    });
    scan(HAN_DATE, p, function (m, span) {
      const year = m[1].replace(/[〇零一二三四五六七八九]/g, function (c) { return c === "零" ? 0 : HAN.indexOf(c); });
      const list = codes(year, hanNumber(m[2]), hanNumber(m[3]));
      if (list.length) found.push({ codes: list, span: span, text: m[0] });
    });
    return found;
  }

  /* ---- 一个词怎么查 ---- */

  // 两个字一组；字母数字三个一组
  function grams(bare) {
    const list = [];
    for (let i = 0; i + 1 < bare.length; i++) {
      const here = ASCII.test(bare[i]), next = ASCII.test(bare[i + 1]);
      if (!here || !next) list.push(bare.slice(i, i + 2));
      else if (ASCII.test(bare[i + 2] || "")) list.push(bare.slice(i, i + 3));
      else if (!ASCII.test(bare[i - 1] || "")) list.push(bare.slice(i, i + 2));
    }
    return list;
  }

  // 先查隔得开的几组；核对下来不对的多，再查其余的
  function picked(list) {
    const most = Math.min(4, Math.max(2, Math.ceil((list.length + 1) / 2)));
    if (list.length <= most) return list;
    return Array.from({ length: most }, function (_, i) { return list[Math.round(i * (list.length - 1) / (most - 1))]; });
  }

  function wordTerm(p) {
    const needle = squeeze(p).s, every = grams(needle.replace(/[ .]/g, "")), tokens = picked(every);
    return {
      tokens: tokens,
      spare: every.filter(function (token) { return tokens.indexOf(token) < 0; }),
      find: function (field) {
        const spans = [], hay = field.squeezed;
        for (let i = needle ? hay.s.indexOf(needle) : -1; i >= 0; i = hay.s.indexOf(needle, i + needle.length)) spans.push([hay.at[i], hay.to[i + needle.length - 1]]);
        return spans;
      }
    };
  }

  function numberTerm(value) {
    const bytes = value.split("").map(function (c) { return c.charCodeAt(0); });
    return {
      tokens: ["$" + crc(bytes) % 16384],
      spare: [],
      find: function (field) {
        const spans = [];
        scan(NUMBER, field.plain, function (m, span) { if (values(m[0]).indexOf(value) >= 0) spans.push(span); });
        return spans;
      }
    };
  }

  function dateTerm(code) {
    return {
      tokens: [code],
      spare: [],
      find: function (field) {
        return dates(field.plain).filter(function (d) { return d.codes.indexOf(code) >= 0; }).map(function (d) { return d.span; });
      }
    };
  }

  // 先按意思查（整个数、同一天），查不到再按字面查
  function term(text) {
    const p = plain(text.normalize("NFC")), word = wordTerm(p), amount = AMOUNT.exec(p.s), found = dates(p);
    if (amount && !(found.length && found[0].text === p.s)) return { strict: [numberTerm(values(amount[1])[0])], loose: word.tokens.length ? [word] : null };
    if (found.length === 1) {
      const date = dateTerm(found[0].codes[found[0].codes.length - 1]), rest = p.s.replace(found[0].text, " ").replace(/^ *份|[ ]+/g, " ").trim();
      if (!rest) return { strict: [date], loose: word.tokens.length ? [word] : null };
      return { strict: [word], loose: [date].concat(rest.split(" ").map(function (part) { return wordTerm(plain(part)); })) };
    }
    return { strict: [word], loose: null };
  }

  function parse(text) {
    const terms = text.trim().split(/\s+/).filter(Boolean).map(term);
    const strict = [], loose = [];
    terms.forEach(function (t) { strict.push.apply(strict, t.strict); loose.push.apply(loose, t.loose || t.strict); });
    const plans = [strict];
    if (terms.some(function (t) { return t.loose; })) plans.push(loose);
    return plans.filter(function (plan) { return plan.some(function (t) { return t.tokens.length; }); });
  }

  /* ---- 一件 ---- */

  function field(text) {
    const p = plain(text);
    let squeezed = null;
    return { plain: p, get squeezed() { return squeezed = squeezed || squeeze(p); } };
  }

  function longDate(iso) { return iso.slice(0, 4) + "年" + +iso.slice(5, 7) + "月" + +iso.slice(8) + "日"; }

  // 每个词都要真的有，才算找到；返回标题和正文里要标出的地方
  function check(data, township, plan) {
    const title = field(data[1]), about = field([data[3], data[5], township + data[6], longDate(data[2])].join("\n")), text = field(data[8]);
    const hit = { data: data, township: township, title: [], text: [] };
    for (const one of plan) {
      const inTitle = one.find(title), inText = one.find(text);
      if (!inTitle.length && !inText.length && !one.find(about).length) return null;
      hit.title = hit.title.concat(inTitle);
      hit.text.push(inText);
    }
    return hit;
  }

  function merged(spans) {
    const list = [];
    spans.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; }).forEach(function (span) {
      const last = list[list.length - 1];
      if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1]); else list.push(span.slice());
    });
    return list;
  }

  function marked(parent, text, spans, start, end) {
    let at = start;
    merged(spans).forEach(function (span) {
      const from = Math.max(span[0], at), to = Math.min(span[1], end);
      if (from >= to) return;
      parent.append(text.slice(at, from).replace(/\n+/g, "　"));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      parent.append(mark);
      at = to;
    });
    parent.append(text.slice(at, end).replace(/\n+/g, "　"));
  }

  // 正文里从哪里摘到哪里：词最齐的地方，尽量从一行的开头起
  function excerpt(text, found) {
    let best = 0, most = 0;
    found.forEach(function (spans) {
      spans.slice(0, 20).forEach(function (span) {
        const score = found.filter(function (other) { return other.some(function (s) { return s[0] >= span[0] && s[1] <= span[0] + EXCERPT * 0.7; }); }).length;
        if (score > most || score === most && span[0] < best) { most = score; best = span[0]; }
      });
    });
    const line = text.lastIndexOf("\n", best - 1) + 1;
    let start = best - line > 36 ? best - 20 : line;
    while (start < best && /[\s\udc00-\udfff]/.test(text[start])) start++;
    let end = Math.min(text.length, start + EXCERPT);
    if (/[\udc00-\udfff]/.test(text[end] || "")) end++;
    return { start: start, end: end, before: start > line ? "…" : "", after: end < text.length && text[end] !== "\n" ? "…" : "" };
  }

  /* ---- 一份索引：一个镇的一年 ---- */

  function fetchHead(part) {
    const name = part.year + "-" + part.digest;
    return load(part.folder + name + ".js", name).then(function (head) { part.head = head; return head; });
  }

  function fetchFile(part, name) {
    return load(part.folder + part.year + "/" + name + ".js", part.year + "/" + name);
  }

  function digest(text, number) { return text.slice(number * 6, number * 6 + 6); }

  function postings(part, token) {
    const head = part.head, value = hash(token), number = value % (head.p.length / 6);
    return fetchFile(part, "p" + number + "-" + digest(head.p, number)).then(function (shard) { return lookup(shard, value >>> 17, head.n); });
  }

  function all(plan, name) {
    return [].concat.apply([], plan.map(function (one) { return one[name]; }));
  }

  // 同时有这些词的件
  function common(part, tokens) {
    return Promise.all(Array.from(new Set(tokens), function (token) { return postings(part, token); })).then(function (lists) {
      return lists.sort(function (a, b) { return a.length - b.length; }).reduce(both);
    });
  }

  // 可能有的件，新的在后；小村子整年一起取来，直接核对
  function candidates(part, run) {
    const plan = run.plans[run.plan], ask = run.ask;
    return fetchHead(part).then(function (head) {
      const bundle = ask.village && head.b[ask.village];
      if (bundle) {
        return fetchFile(part, "b-" + ask.village + "-" + bundle).then(function (documents) {
          return documents.filter(function (d) { return !ask.kind || d[4] === ask.kind || d[3] === ask.kind; })
            .map(function (d) { return { part: part, day: d[2], amount: d[7], hit: check(d, head.t, plan) }; })
            .filter(function (c) { return c.hit; });
        });
      }
      let tokens = all(plan, "tokens");
      if (run.refined) tokens = tokens.concat(all(plan, "spare"));
      if (ask.village) tokens.push("@" + ask.village);
      if (ask.kind) tokens.push("@" + ask.kind);
      return Promise.all([common(part, tokens), ask.sort ? fetchFile(part, "a-" + head.a) : ""]).then(function (got) {
        const days = sums(head.d), amounts = numbers(got[1]);
        return got[0].map(function (id) { return { part: part, id: id, day: part.year + "-" + ("00" + days[id]).slice(-3), amount: amounts[id] }; });
      });
    });
  }

  function fetchText(one) {
    const head = one.part.head;
    let shard = 0, first = 0;
    const counts = numbers(head.c);
    while (first + counts[shard] <= one.id) first += counts[shard++];
    return fetchFile(one.part, "h" + shard + "-" + digest(head.h, Math.floor(shard / 8))).then(function (texts) { return texts[one.id - first]; });
  }

  /* ---- 一次查询 ---- */

  let current = null;

  function start(ask, parts) {
    const plans = parse(ask.q);
    const run = { ask: ask, parts: parts, plans: plans, plan: 0, next: 0, queue: [], hits: [], seen: new Set(), goal: 0, wasted: 0, refined: false };
    current = run;
    return run;
  }

  function step(run) {
    if (current !== run) return null;
    if (run.hits.length >= run.goal) return null;
    if (run.queue.length && run.wasted > 2 && !run.refined && all(run.plans[run.plan], "spare").length) return refine(run);
    if (run.queue.length && run.looks > 0) return verify(run);
    if (!run.queue.length && run.next < run.parts.length && run.years > 0) return widen(run);
    if (!run.queue.length && run.next >= run.parts.length && !run.hits.length && run.plan + 1 < run.plans.length) return loosen(run);
    return null;
  }

  function again(run) { return Promise.resolve(step(run)).then(function (went) { return went ? again(run) : run; }); }

  function verify(run) {
    const some = run.queue.splice(-Math.min(run.goal - run.hits.length, run.looks));
    return Promise.all(some.map(function (one) {
      if (one.hit) return one.hit;
      run.looks--;
      return fetchText(one).then(function (data) { return check(data, one.part.head.t, run.plans[run.plan]); });
    })).then(function (hits) {
      hits.reverse().forEach(function (hit) {
        if (!hit) run.wasted++;
        if (!hit || run.seen.has(hit.data[0])) return;
        run.seen.add(hit.data[0]);
        run.hits.push(hit);
      });
      return true;
    }, function (error) { run.queue = run.queue.concat(some); throw error; });
  }

  function refine(run) {
    const parts = Array.from(new Set(run.queue.map(function (one) { return one.part; })));
    return Promise.all(parts.map(function (part) { return common(part, all(run.plans[run.plan], "spare")); })).then(function (lists) {
      run.refined = true;
      run.queue = run.queue.filter(function (one) { return one.hit || lists[parts.indexOf(one.part)].indexOf(one.id) >= 0; });
      return true;
    });
  }

  // 先查最新的一年，不够再一次查几年；按金额排要一起比，所以一次取齐
  function widen(run) {
    const many = run.ask.sort ? run.years : run.next || !run.ask.township ? 3 : 1;
    const parts = run.parts.slice(run.next, run.next + Math.min(many, run.years));
    return Promise.all(parts.map(function (part) { return candidates(part, run); })).then(function (lists) {
      run.next += parts.length;
      run.years -= parts.length;
      run.queue = [].concat.apply([], lists).filter(function (one) { return !one.hit || !run.seen.has(one.hit.data[0]); });
      run.queue.sort(function (a, b) { return run.ask.sort ? a.amount - b.amount : a.day < b.day ? -1 : a.day > b.day ? 1 : 0; });
      return true;
    });
  }

  function loosen(run) {
    run.plan++;
    run.next = 0;
    run.years = YEARS_AT_ONCE;
    run.wasted = 0;
    run.refined = false;
    return true;
  }

  function more(run) {
    run.goal = run.hits.length + PAGE;
    run.years = YEARS_AT_ONCE;
    run.looks = LOOKS_AT_ONCE;
    if (!run.queue.length && run.next >= run.parts.length && run.plan + 1 < run.plans.length) loosen(run);
    return again(run);
  }

  /* ---- 页面 ---- */

  const SEALS = { "党务": "party", "村务": "affairs", "财务": "money" };
  const form = document.getElementById("search");
  const box = document.getElementById("found"), status = document.getElementById("found-n");
  const list = document.getElementById("hits"), button = document.getElementById("more");
  const villages = Array.from(form.v.querySelectorAll("optgroup"));
  const townships = Array.from(form.querySelectorAll("[data-index]"), function (one) {
    return { slug: one.value, name: one.dataset.name, index: one.dataset.index };
  });

  function element(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function say() {
    status.textContent = "";
    for (const part of arguments) status.append(part);
  }

  function bold(text) { return element("b", "", text); }

  function link(text, address) {
    const made = element("a", "", text);
    made.href = address;
    return made;
  }

  function chosen(name) {
    const control = form[name];
    return control.value && control.options ? control.options[control.selectedIndex].text : "";
  }

  // 只留选中的镇的村
  function villagesOf(slug) {
    villages.forEach(function (group) { if (group.parentNode) group.parentNode.removeChild(group); });
    form.v.value = "";
    villages.forEach(function (group) { if (group.dataset.t === slug) form.v.append(group); });
    form.v.disabled = !slug;
  }

  function partsOf(ask) {
    const parts = [];
    townships.forEach(function (one) {
      if (ask.township && ask.township !== one.slug) return;
      one.index.split(" ").filter(Boolean).forEach(function (text) {
        const part = text.split("-");
        if (ask.year && ask.year !== part[0]) return;
        parts.push({ folder: form.dataset.root + one.slug + "/search/", name: one.name, year: part[0], digest: part[1] });
      });
    });
    return parts.sort(function (a, b) { return b.year - a.year; });
  }

  function hitNode(run, hit, number) {
    const d = hit.data, item = element("li"), anchor = element("a"), about = element("span", "h-m");
    anchor.href = form.dataset.root + d[0];
    // 念链接时先念标题，再念摘出来的话
    anchor.setAttribute("aria-labelledby", "h" + number + " m" + number);
    anchor.setAttribute("aria-describedby", "x" + number);
    const seal = element("span", "k k-" + (SEALS[d[3]] || "affairs")), sign = element("span", "", d[3][0]);
    sign.setAttribute("aria-hidden", "true");
    seal.append(sign, element("span", "sr", d[3]));
    const place = run.ask.township && d[6] ? d[6] : hit.township + d[6];
    about.append(seal, " " + d[5] + "　" + place + "　", element("span", "num", longDate(d[2])));
    if (run.ask.sort) about.append("　最大金额", element("span", "num", String(d[7]).replace(/(\d)(?=(\d{3})+$)/g, "$1,")), "元");
    const title = element("b", "h-t"), text = element("span", "h-x"), cut = excerpt(d[8], hit.text);
    title.id = "h" + number;
    about.id = "m" + number;
    text.id = "x" + number;
    marked(title, d[1], hit.title, 0, d[1].length);
    text.append(cut.before);
    marked(text, d[8], [].concat.apply([], hit.text), cut.start, cut.end);
    text.append(cut.after);
    anchor.append(about, title, text);
    item.append(anchor);
    return item;
  }

  function unsearched(run) {
    const rest = run.parts.slice(run.next), names = [];
    rest.forEach(function (part) {
      const name = (run.ask.township || townships.length < 2 ? "" : part.name) + part.year + "年";
      if (names.indexOf(name) < 0) names.push(name);
    });
    return names.slice(0, 3).join("、") + (names.length > 3 ? "等" + names.length + "处" : "");
  }

  function report(run) {
    const ask = run.ask, rest = run.parts.length - run.next, total = run.hits.length + run.queue.length;
    const about = run.queue.some(function (one) { return !one.hit; }) ? "约" : "", said = [];
    if (ask.folded) said.push("没有“" + ask.folded + "”，按“" + ask.q + "”再查：");
    else if (run.plan && run.hits.length && !run.exact) said.push("没有完全对上的，下面是部分对上的：");
    const filters = ["v", "k", "y"].filter(function (name) { return form[name].value; });
    const where = (ask.village || !ask.township ? [] : [chosen("t")]).concat(filters.map(chosen)).filter(Boolean);
    said.push("“", bold(ask.q), "”");
    if (where.length) said.push("在", bold(where.join("、")));
    if (run.hits.length) {
      said.push("找到" + about, bold(String(total)), "件");
      said.push(run.queue.length ? "，先显示" + run.hits.length + "件。" : "。");
    } else said.push(run.queue.length || rest ? "还没有找到。" : "没有找到。");
    if (rest) said.push("还没查：" + unsearched(run) + "。");
    if (rest && !run.queue.length && !ask.township) said.push("选一个" + form.dataset.township + "，查得更快。");
    if (filters.length) {
      const names = { v: form.dataset.village, k: "类别", y: "年份" };
      said.push(link("不限" + filters.map(function (name) { return names[name]; }).join("、") + "，再查一次", addressOf(ask.q, ["t"])));
    }
    const words = ask.q.split(/\s+/);
    if (words.length > 1 && !run.hits.length && !run.queue.length && !rest) {
      said.push("每个词都有，才算找到。只查一个词：");
      words.forEach(function (word, i) { said.push(i ? "、" : "", link(word, addressOf(word, ["t", "v", "k", "y"]))); });
    }
    say.apply(null, said);
    const last = run.plan + 1 < run.plans.length;
    const next = Math.min(PAGE, run.queue.length);
    button.parentNode.hidden = !(run.queue.length || rest || last);
    button.textContent = run.queue.length && run.hits.length ? "再看" + (run.queue.length < 2 * PAGE ? about : "") + next + "件"
      : run.queue.length || rest ? "接着查" + (run.queue.length ? "" : unsearched(run)) : "再看部分对上的";
  }

  function work(run, focus) {
    const from = run.hits.length, before = list.children.length;
    button.disabled = true;
    list.setAttribute("aria-busy", "true");
    return more(run).then(function () {
      if (current !== run) return null;
      if (!run.hits.length && !run.queue.length && !run.ask.folded) {
        return simplified(run.ask.q).then(function (q) {
          if (current !== run || q === run.ask.q) return finish();
          return work(start(Object.assign({}, run.ask, { q: q, folded: run.ask.q }), run.parts), focus);
        });
      }
      return finish();
    }).catch(function () {
      if (current !== run) return;
      finish();
      const lists = link("从目录里找", form.dataset.lists);
      say("有的数据没有取到，可能是网断了，或者网站刚更新过。请刷新页面再查，也可以", lists, "。");
      box.hidden = button.parentNode.hidden = false;
      button.textContent = "再试一次";
    });

    function finish() {
      button.disabled = false;
      list.removeAttribute("aria-busy");
      if (run.hits.length && !run.plan) run.exact = true;
      run.hits.slice(from).forEach(function (hit, i) { list.append(hitNode(run, hit, from + i)); });
      report(run);
      box.hidden = !run.hits.length && button.parentNode.hidden;
      const first = list.children[before];
      if (focus === "hit" && first) first.firstChild.focus();
      else if (focus) (run.hits.length ? box : status).focus();
    }
  }

  function simplified(q) {
    return load(form.dataset.table, "ts-table").then(function (pairs) {
      const table = new Map();
      for (let i = 0; i < pairs.length; i += 2) table.set(pairs[i], pairs[i + 1]);
      return Array.from(q, function (c) { return table.get(c) || c; }).join("");
    }).catch(function () { return q; });
  }

  function search(focus) {
    const ask = { q: form.q.value.trim(), township: form.t.value, village: form.v.value, kind: form.k.value, year: form.y.value, sort: form.s.value };
    current = null;
    list.textContent = "";
    list.removeAttribute("aria-busy");
    button.parentNode.hidden = true;
    box.hidden = true;
    if (!ask.q) {
      say(focus ? "先在上面写要找的词，再点“搜索”。" : "");
      if (focus) form.q.focus();
      return;
    }
    const run = start(ask, partsOf(ask));
    if (!run.plans.length) {
      say("“", bold(ask.q), "”太短了，一个字几乎每页都有，查不出来。请写两个字以上，比如“修路”“低保”。");
      if (focus) form.q.focus();
      return;
    }
    say("正在查……");
    work(run, focus);
  }

  /* 慢网上，脚本到之前人可能已经打了字、选了村：地址里没写的，第一次照框里的来。 */
  function fill(first) {
    const given = new URLSearchParams(location.search);
    function wanted(name) { return given.get(name) || (first ? form[name].value : ""); }
    const query = wanted("q"), village = wanted("v"), kind = wanted("k"), year = wanted("y"), order = wanted("s");
    let township = wanted("t");
    if (!township && village) {
      const homes = villages.filter(function (group) { return group.querySelector('[value="' + village.replace(/[^\w-]/g, "") + '"]'); });
      if (homes.length === 1) township = homes[0].dataset.t;
    }
    if (form.t.options) form.t.value = township;
    if (form.t.options && form.t.selectedIndex < 0) form.t.value = "";
    villagesOf(form.t.value);
    form.q.value = query;
    [["v", village], ["k", kind], ["y", year], ["s", order]].forEach(function (pair) {
      form[pair[0]].value = pair[1];
      if (form[pair[0]].selectedIndex < 0) form[pair[0]].value = "";
    });
  }

  function addressOf(q, names) {
    const given = new URLSearchParams({ q: q });
    names.forEach(function (name) { if (form[name].value) given.set(name, form[name].value); });
    return "?" + given;
  }

  function remember() {
    try { history.pushState(null, "", addressOf(form.q.value, ["t", "v", "k", "y", "s"])); } catch (e) { /* 从硬盘打开时不许改地址，照样能查 */ }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    remember();
    search("box");
  });
  form.addEventListener("change", function (event) {
    if (event.target === form.t) villagesOf(form.t.value);
    if (event.target === form.q || !form.q.value.trim()) return;
    remember();
    search("");
  });
  button.addEventListener("click", function () { if (current) work(current, "hit"); });
  window.addEventListener("popstate", function () { fill(false); search(""); });

  window.sanwuSearch = { plain: plain, squeeze: squeeze, dates: dates, values: values, hash: hash }; // 测试拿来和 Python 那边比

  fill(true);
  if (new URLSearchParams(location.search).get("q")) search("");
})();
