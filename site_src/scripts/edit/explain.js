// 改了已公布的内容，问清原因和依据：原来写错的写成一条更正，真的变了的写成一条后续情况。
(function () {
  "use strict";
  const { make } = window.rgEditForm || {};

  // place：放在哪里。group：搭栏目的函数。changed：改了以后做什么。
  function explaining({ schema, before, today, place, group, changed }) {
    const answers = {};
    let facts = [];
    const nameOf = (fact) => [fact.key, fact.what, fact.old].join("|");
    const given = (fact) => answers[nameOf(fact)];
    const part = (answer) => (answer.really ? answer.event : answer.mistake);
    const asked = (kind, keys) => group(null, schema.aside[kind].map((field) => Object.assign({}, field, { first: undefined })), "", (field) => keys.indexOf(field.key) >= 0);

    function choice(answer, number, event) {
      const pick = function (really, text) {
        const radio = make("input", { type: "radio", name: "really-" + number, value: String(really) });
        radio.checked = answer.really === really;
        radio.addEventListener("change", () => { answer.really = really; changed(); });
        return make("label", {}, radio, " " + text);
      };
      return make("div", { class: "rg-keys" }, pick(false, "原来写错了，或者不确切（更正）"), pick(true, "真的变了（" + event + "）"));
    }

    function answer(fact) {
      const name = nameOf(fact);
      if (!answers[name]) {
        const made = answers[name] = { really: false, words: make("p"), mistake: asked("corrections", ["why", "source"]) };
        made.event = fact.event ? asked("events", ["date", "notice", "source", "note"]) : null;
        made.box = make("fieldset", { class: "rg-group" }, make("legend", {}, "说明：" + fact.what), made.words);
        if (made.event) { made.box.appendChild(choice(made, Object.keys(answers).length, fact.event)); }
        made.box.appendChild(made.mistake.box);
        if (made.event) { made.box.appendChild(made.event.box); }
      }
      return answers[name];
    }

    // record：现在的样子。要说明的变了才重摆。
    function update(record) {
      facts = window.rgLaws.altered(schema, before, record);
      const shown = facts.map(answer);
      shown.forEach(function (it, at) {
        const { what, old, now } = facts[at];
        it.words.textContent = what + "原来是“" + old + "”，" + (now ? "现在是“" + now + "”。" : "现在删去了。");
        it.mistake.box.hidden = it.really;
        if (it.event) { it.event.box.hidden = !it.really; }
      });
      const boxes = Array.from(place.children).filter((box) => box.tagName === "FIELDSET");
      if (boxes.length !== shown.length || boxes.some((box, at) => box !== shown[at].box)) {
        boxes.forEach((box) => place.removeChild(box));
        shown.forEach((it) => place.appendChild(it.box));
      }
      place.hidden = !facts.length;
    }

    // 说明写进记录；旧名称写进曾用名。
    function whole(record) {
      const found = Object.assign({}, record);
      facts.forEach(function (fact) {
        const told = part(given(fact)).get() || {};
        const [key, entry] = given(fact).really ? ["events", Object.assign({ kind: fact.event }, told)] : ["corrections", window.rgLaws.correction(fact, today, told)];
        found[key] = (found[key] || []).concat([entry]);
      });
      window.rgLaws.kept(schema, before, found).forEach(({ key, old }) => { found[key] = (found[key] || []).concat(old); });
      return found;
    }

    // 缺的原因、依据、日期，和写得不对的。
    function problems() {
      return [].concat(...facts.map(function (fact) {
        const { really } = given(fact);
        const asks = part(given(fact));
        const values = asks.get() || {};
        const lacking = (key, message) => ({ control: asks.children.find((it) => it.field.key === key), missing: true, problem: { code: "", message, remedy: "" } });
        const label = (key) => asks.children.find((it) => it.field.key === key).field.label;
        const told = asks.problems().filter((it) => !it.missing);
        (really ? ["date"] : ["why", "source"]).filter((key) => !values[key]).forEach((key) => told.push(lacking(key, "改了" + fact.what + "，要写明“" + label(key) + "”")));
        if (really && !values.source && !values.notice) { told.push(lacking("source", "“" + fact.event + "”要写明依据或通报")); }
        return told;
      }));
    }

    const controls = () => [].concat(...facts.map((fact) => [given(fact).mistake].concat(given(fact).event || [])));

    // 草稿
    const kept = () => Object.keys(answers).map((name) => [name, { mistake: answers[name].mistake.get(), event: answers[name].event ? answers[name].event.get() : undefined, really: answers[name].really }]);
    function restore(drafts) {
      drafts.filter(([name]) => answers[name]).forEach(function ([name, draft]) {
        answers[name].mistake.set(draft.mistake);
        if (!answers[name].event) { return; }
        answers[name].event.set(draft.event);
        answers[name].really = draft.really;
        Array.from(answers[name].box.querySelectorAll("input[type=radio]")).forEach((radio) => { radio.checked = radio.value === String(draft.really); });
      });
    }

    return { update, whole, problems, controls, kept, restore };
  }

  window.rgEditExplain = { explaining };
})();
