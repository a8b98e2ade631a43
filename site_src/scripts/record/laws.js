// 一份记录里各项之间的规定，和改动已公布的内容要说明的事：都来自 edit/schema.json（generator/rules、generator/history）。
(function () {
  "use strict";
  const { tell } = window.rgChecks;
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const at = (group, key) => key.split(".").reduce((value, step) => (value === undefined ? value : value[step]), group);

  // ---- 各项之间

  const HOLDS = {
    written: (value) => value !== undefined,
    unwritten: (value) => value === undefined,
    known: (value) => value !== undefined,
    is: (value, words) => words.indexOf(value) >= 0,
    is_not: (value, words) => value !== undefined && words.indexOf(value) < 0,
    holds: (value, words) => words.some((word) => (value || "").indexOf(word) >= 0),
    lacks: (value, words) => !words.some((word) => (value || "").indexOf(word) >= 0),
    no_notice: (value, words, about) => value !== undefined && !about.schema.notices.some((notice) => notice[0] === value),
    unsupported: (value, words, about) => !(about.record.sources || []).some((source) => (source.supports || []).some((key) => key === about.item || key === about.item.split(".")[0])),
  };

  // 各键的值，下一层的写作 basis.kind。
  function flat(group, above) {
    return Object.keys(group).reduce(function (found, key) {
      const value = group[key];
      if (typeof value === "string") { found[above + key] = value; }
      return value && typeof value === "object" && !Array.isArray(value) ? Object.assign(found, flat(value, above + key + ".")) : found;
    }, {});
  }

  // 每条：path 是在哪里（如 designations、0、title），problem 是问题。
  function within(schema, record) {
    const told = [];
    schema.laws.forEach(function (law) {
      const value = law.of ? record[law.of] : record;
      const parts = value === undefined ? [] : Array.isArray(value) ? value : [value];
      parts.forEach(function (part, number) {
        const listed = Array.isArray(value);
        const about = { schema, record, item: listed ? law.of + "." + (number + 1) : law.of };
        if (!law.when.every(([test, key, ...words]) => HOLDS[test](at(part, key), words, about))) { return; }
        const path = [].concat(law.of || [], listed ? number : [], law.at ? law.at.split(".") : []);
        told.push({ path, problem: tell(law, Object.assign(flat(part, ""), { item: about.item, known: schema.known })) });
      });
    });
    return told;
  }

  // ---- 已公布的内容改了什么（generator/history/records.py）

  const completes = (key, old, now) => old === undefined || old === now || (key === "date" && now !== undefined && now.indexOf(old) === 0);

  function matched(before, after, keys) {
    const left = after.filter((item) => !before.some((old) => same(old, item)));
    const likeness = function (old, item) {
      const agree = keys.filter((key) => old[key] !== undefined && old[key] === item[key]);
      return agree.length + (agree.indexOf(keys[0]) >= 0 ? 1 : 0);
    };
    return before.filter((old) => !after.some((item) => same(old, item))).map(function (old) {
      const alike = left.reduce((best, item) => (best === null || likeness(old, item) > likeness(old, best) ? item : best), null);
      if (!alike || !likeness(old, alike)) { return [old, null]; }
      left.splice(left.indexOf(alike), 1);
      return [old, alike];
    });
  }

  const count = (record, kind) => (record.events || []).filter((event) => event.kind === kind).length;

  // 每条：key 是哪一项，what、old、now 写进更正，event 是也能说明它的后续情况。
  function altered(schema, before, after) {
    const leader = after.leader;
    const gone = leader && !leader.name && at(leader, "basis.kind") === schema.gone ? at(before, "leader.name") : undefined;
    const excused = (old) => gone !== undefined && old.indexOf(gone) >= 0;
    const told = [];
    const add = (item, what, old, now) => { if (!excused(old)) { told.push({ key: item.key, what, old, now: now || "", event: item.event, kept: item.kept }); } };
    schema.protected.forEach(function (item) {
      const [old, now] = [at(before, item.key), at(after, item.key)];
      if (old === undefined || same(old, now)) { return; }
      if (typeof old === "string") {
        if (!item.event || count(after, item.event) <= count(before, item.event)) { add(item, item.words[0], old, now); }
      } else if (Object.keys(item.parts).length) {
        matched(old, now || [], Object.keys(item.parts)).forEach(function ([was, is]) {
          if (!is) { add(item, item.words[0], was.title, ""); return; }
          if (excused(was.title)) { return; }
          Object.keys(item.parts).filter((key) => !completes(key, was[key], is[key])).forEach((key) => add(item, item.words[0] + "的" + item.parts[key], was[key], is[key]));
        });
      } else if (typeof old[0] === "string") {
        old.filter((name) => (now || []).indexOf(name) < 0 && name !== after.name).forEach((name) => add(item, item.words[0], name, ""));
      } else {
        const left = (now || []).slice();
        old.forEach(function (event) {
          const still = left.findIndex((other) => other.kind === event.kind && completes("date", event.date, other.date));
          if (still >= 0) { left.splice(still, 1); } else { add(item, item.words[0], event.date + " " + event.kind, ""); }
        });
      }
    });
    return told;
  }

  // 真的更名了：旧名称要留在曾用名里。
  function kept(schema, before, after) {
    return schema.protected.filter((item) => item.kept && count(after, item.event) > count(before, item.event)).map((item) => ({ key: item.kept, old: at(before, item.key) }))
      .filter(({ key, old }) => old !== undefined && old !== after.name && (after[key] || []).indexOf(old) < 0);
  }

  // 一条更正；told 是问来的原因和依据。
  const correction = (fact, today, told) => Object.assign({ date: today, what: fact.what, before: fact.old }, fact.now ? { after: fact.now } : {}, told);

  window.rgLaws = { within, altered, kept, correction };
})();
