/* 三件小事：记住字号；复制转发到微信群的话；手机会说中文的，加一个“朗读”按钮。
   没有脚本时三档字号照样能用，只是翻页后回到标准；转发的话可以长按了选。
   只用 Chromium 78 认得的写法。每一页都要取它，所以短；注释只用这一种，发布时去掉。 */
(function () {
  "use strict";

  /* ---- 字号 ---- */

  let saved = null;
  try { saved = localStorage.getItem("size"); } catch (e) { /* 不许存的浏览器，不要紧 */ }
  document.querySelectorAll(".size-box").forEach(function (box) {
    if (box.id === saved) box.checked = true;
    box.addEventListener("change", function () {
      try { localStorage.setItem("size", box.id); } catch (e) { /* 无痕浏览存不下 */ }
    });
  });

  /* ---- 转发的话 ---- */

  document.querySelectorAll(".wx button").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      const box = button.parentNode.querySelector("textarea");
      let done = false;
      box.focus();
      box.setSelectionRange(0, box.value.length);
      try { done = document.execCommand("copy"); } catch (e) { /* 不许复制的浏览器 */ }
      button.textContent = done ? "复制好了" : "没复制成，请长按上面的字";
    });
  });

  /* ---- 朗读：一段一段念，念到哪里标到哪里。只用手机自己的声音，文字不发给别人。 ---- */

  const speech = window.speechSynthesis, main = document.getElementById("main"), tools = document.querySelector(".hd-tools");
  const BLOCK = "h1,h2,h3,p,li,dt,dd,tr,caption,figcaption,pre,div", SKIPPED = "[aria-hidden=true],svg,nav,form,button,textarea,script,noscript,thead";
  let voice, button, words, at, turn = 0;

  /* 一段是一个块里的字；表里一行是一段，格子之间停一下。 */
  function paragraphs() {
    const list = [], walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    let last = {};
    for (let node; (node = walker.nextNode());) {
      const text = node.data.replace(/\s+/g, " "), around = node.parentElement;
      if (text === " " || around.closest(SKIPPED) || !around.getClientRects().length) continue;
      const block = around.closest(BLOCK), cell = around.closest("td,th");
      if (last.block === block) last.text += (last.cell === cell ? "" : "，") + text;
      else list.push(last = { block: block, text: text });
      last.cell = cell;
    }
    return list;
  }

  function mark(block) {
    if (at) at.classList.remove("now");
    at = block;
    button.textContent = block ? "停止" : "朗读";
    button.className = block ? "hd-b say" : "hd-b"; /* 念到下面时，“停止”跟着在屏幕上 */
    if (!block) return;
    block.classList.add("now");
    block.scrollIntoView({ block: "nearest" });
  }

  function stop() {
    turn++;
    speech.cancel();
    mark(null);
  }

  /* words 留在外面：有的浏览器会把没人用的收走，念到一半就停。 */
  function read(list, mine) {
    if (mine !== turn) return;
    const next = list.shift();
    if (!next) return stop();
    words = new SpeechSynthesisUtterance(next.text);
    words.lang = voice.lang;
    words.voice = voice;
    words.rate = 0.9;
    words.onend = function () { read(list, mine); };
    words.onerror = function () { if (mine === turn) stop(); };
    mark(next.block);
    speech.speak(words);
  }

  function offer() {
    const own = speech.getVoices().filter(function (one) { return one.localService && /^(zh|cmn)/i.test(one.lang); });
    voice = own.find(function (one) { return /cn|hans/i.test(one.lang); }) || own[0];
    if (!voice || button) return;
    button = document.createElement("button");
    button.type = "button";
    button.onclick = function () { if (at) stop(); else read(paragraphs(), ++turn); };
    tools.append(button);
    mark(null);
    window.addEventListener("pagehide", stop);
  }

  if (!speech || !main || !tools) return;
  offer();
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
})();
