/* 记住字号。没有脚本时三档照样能用，只是翻页后回到标准。 */
(function () {
  "use strict";
  var boxes = document.querySelectorAll(".size-box");
  var saved = null;
  try { saved = localStorage.getItem("size"); } catch (e) { saved = null; }
  for (var i = 0; i < boxes.length; i++) {
    if (boxes[i].id === saved) boxes[i].checked = true;
    boxes[i].addEventListener("change", function () {
      try { localStorage.setItem("size", this.id); } catch (e) { /* 无痕浏览存不下，不要紧 */ }
    });
  }
})();
