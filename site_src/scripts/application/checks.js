// 申报表的核对：wrong 要改了才能下载，其余只是提醒。
(function () {
  "use strict";
  const { list, parseDay, chinese, after, today, fed, get } = window.rgApplicationBoxes;
  const wrong = (text) => ({ text, wrong: true });
  const hint = (text) => ({ text, wrong: false });

  // form：data-categories 是类别，data-until 是报送截止日期，data-years 是要运行满的年数。
  function make(form, fields) {
    const categories = list(form.dataset.categories);

    // 名称里说的类别，如“劳模”。
    function categoryOf(name) {
      const said = categories.filter((word) => name.indexOf(word + "创新工作室") >= 0);
      return said.length === 1 ? said[0] : "";
    }

    function aboutDay(field, value) {
      const day = parseDay(value);
      if (!day) { return wrong("这不是日历上有的日期，请写成 2016年5月 或 2019年8月20日 的样子。"); }
      if (after(day, today)) { return hint("这一天还没有到，请核对。"); }
      if (field.head && !day[2]) { return hint("请写到日。"); }
      return day[1] ? null : hint("请写到月。");
    }

    function aboutName(name) {
      if (/×|（职工）|\(职工\)/.test(name)) { return hint("请把“×××”换成真名字，“劳模”“职工”只留一个。"); }
      if (!categoryOf(name) && !/联盟$/.test(name)) {
        return hint("名称一般写作" + categories.map((word) => "“×××" + word + "创新工作室”").join("或") + "。");
      }
      return null;
    }

    function aboutYears(field, value) {
      const day = parseDay(value);
      const until = form.dataset.until && parseDay(form.dataset.until);
      const years = Number(form.dataset.years || 0);
      if (!day || !until || !years) { return null; }
      const full = (month, last) => [day[0] + years, day[1] || month, day[2] || last];
      const words = "到报送截止日期" + chinese(until) + "，";
      if (after(full(1, 1), until)) { return hint(words + "运行不满" + years + "年，不符合条件。"); }
      if (after(full(12, 31), until)) { return hint(words + "运行满不满" + years + "年，要写到月、日才看得出。"); }
      return null;
    }

    function aboutHonour(field, value) {
      const name = fed(fields, "name");
      if (!name || categoryOf(get(name)) !== "劳模") { return null; }
      if (!value) { return hint("名称里有“劳模”：领军人要是市级（含）以上劳模或市五一劳动奖章获得者，请在这里选。"); }
      const chosen = field.input.selectedOptions[0];
      return "serves" in chosen.dataset ? null : hint("这项荣誉不到市级，名称里不能用“劳模”。");
    }

    // 正面余下约 22 毫米（62 磅）。各栏一行的字数、行高和格子的高（磅）照 Word 表；西文和数字算半个字。
    const SHORT = [8, 19, 42];
    const ROOM = { head: [20, 22, 34], prose: [24, 24, 368], text: SHORT, integer: SHORT };
    const wide = (text) => Array.from(text).reduce((sum, sign) => sum + (sign < "\u0100" ? 0.5 : 1), 0);

    function aboutRoom() {
      const more = fields.filter((field) => !field.beside && get(field)).map(function (field) {
        const [across, height, room] = ROOM[field.head ? "head" : field.kind] || [1, 0, 0];
        const before = { head: wide(field.label) + 1, prose: 2 }[field.head ? "head" : field.kind] || 0;
        const lines = get(field).split("\n").reduce((sum, part) => sum + Math.ceil((before + wide(part)) / across), 0);
        return Math.max(0, lines * height - room);
      });
      return more.reduce((sum, points) => sum + points, 0) > 62;
    }

    function about(field) {
      const value = get(field);
      if (field.kind === "term") { return aboutHonour(field, value); }
      if (!value) { return null; }
      if (field.kind === "date") {
        return (field.feeds.indexOf("established") >= 0 && aboutYears(field, value)) || aboutDay(field, value);
      }
      if (field.feeds.indexOf("name") >= 0) { return aboutName(value); }
      if (field.kind === "integer" && !/^[0-9]+$/.test(value)) { return wrong("请只写数字。"); }
      return null;
    }

    return { about, aboutRoom, categoryOf };
  }

  window.rgApplicationChecks = { make };
})();
