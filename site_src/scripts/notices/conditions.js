// 条件自查：逐条回答，最后说“可以申报”或者缺哪几条。没有它，这一页就是一份可读的清单。
(function () {
  "use strict";
  var form = document.getElementById("rg-check");
  if (!form) { return; }
  var all = function (selector, inside) { return Array.prototype.slice.call((inside || form).querySelectorAll(selector)); };
  var items = all(".rg-conditions > li");
  var result = form.querySelector(".rg-result");
  var missing = result.querySelector("ul");
  var choice = form.querySelector("[data-choice]");

  function answer(item) {
    var chosen = item.querySelector("input:checked");
    return chosen ? chosen.value : "";
  }

  function show() {
    var category = choice ? answer(choice) : "";
    items.forEach(function (item) {
      item.hidden = Boolean(item.dataset.category && item.dataset.category !== category);
    });
    var asked = items.filter(function (item) { return !item.hidden; });
    var open = asked.filter(function (item) { return !answer(item); }).length;
    var lacking = asked.filter(function (item) { return answer(item) === "no"; });
    var text = "可以申报。";
    var state = "good";
    if (lacking.length) {
      text = "还不能申报，缺这 " + lacking.length + " 条：";
      state = "bad";
    } else if (choice && !category) {
      text = "请先选申报哪一种。";
      state = "open";
    } else if (open) {
      text = "还有 " + open + " 条没有回答。";
      state = "open";
    } else if (category) {
      text = "可以申报" + category + "创新工作室。";
    }
    result.querySelector("p").textContent = text;
    result.dataset.state = state;
    missing.textContent = "";
    lacking.forEach(function (item) {
      var line = document.createElement("li");
      line.textContent = item.querySelector("legend").textContent;
      missing.appendChild(line);
    });
    missing.hidden = !lacking.length;
  }

  form.classList.add("rg-on");
  form.addEventListener("change", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  show();
})();
