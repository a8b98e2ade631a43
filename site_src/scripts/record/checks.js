// 核对一个值：规则、话和词表都来自 edit/schema.json（和 generator/reading/checks.py 是同一份数据），判断和话要与检查程序一字不差。
(function () {
  "use strict";
  // 与 Python 的 str.isspace() 相同的空白。
  const WHITE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const HAN = "\\u3001-\\u303f\\u3400-\\u9fff\\uff00-\\uffef\\u{20000}-\\u{3ffff}";
  const ENDS = new RegExp("^[" + WHITE + "]+|[" + WHITE + "]+$", "g");
  const SPACES = new RegExp("[" + WHITE + "]", "g");
  const BETWEEN_HAN = new RegExp("([" + HAN + "])[" + WHITE + "]+(?=[" + HAN + "])", "gu");
  const UNSEEN = "[\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\uffff\\ud800-\\udfff\\ue000-\\uf8ff]";
  const strip = (text) => text.replace(ENDS, "");
  const size = (text) => Array.from(text).length;
  const short = (text) => (size(text) > 30 ? Array.from(text).slice(0, 30).join("") + "…" : text);
  const fill = (template, facts) => template.replace(/\{([a-z_.]+)\}/g, (place, name) => facts[name]);

  const forms = {};
  function matches(form, text) {
    forms[form] = forms[form] || new RegExp("^(?:" + form + ")$");
    return forms[form].exec(text);
  }

  // ---- 最相近的词，算法同 Python 的 difflib

  function matched(a, b) {
    let [best, atA, atB] = [0, 0, 0];
    let before = {};
    a.forEach(function (sign, i) {
      const now = {};
      b.forEach(function (other, j) {
        if (sign !== other) { return; }
        now[j] = (before[j - 1] || 0) + 1;
        if (now[j] > best) { [best, atA, atB] = [now[j], i - now[j] + 1, j - now[j] + 1]; }
      });
      before = now;
    });
    return best && best + matched(a.slice(0, atA), b.slice(0, atB)) + matched(a.slice(atA + best), b.slice(atB + best));
  }

  function nearest(text, words) {
    const b = Array.from(text);
    let [best, near] = [0.6, ""];
    words.forEach(function (word) {
      const a = Array.from(word);
      const whole = a.length + b.length;
      if (2 * Math.min(a.length, b.length) / whole < best) { return; }
      const ratio = 2 * matched(a, b) / whole;
      if (ratio > best || (ratio === best && word > near)) { [best, near] = [ratio, word]; }
    });
    return near;
  }

  // 没有两边的引号，全角的字母、数字和符号改成半角。
  const half = (text) => text.replace(/^[“”‘’"']+|[“”‘’"']+$/g, "")
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

  // ---- 日期

  const HAN_DIGITS = "〇一二三四五六七八九";
  const pad = (number, length) => String(number).padStart(length, "0");
  const iso = (parts) => [pad(parts[0], 4)].concat(parts.slice(1).filter(Boolean).map((part) => pad(part, 2))).join("-");
  function lastDay(year, month) {
    const day = new Date(Date.UTC(2000, 0, 1));
    day.setUTCFullYear(year, month, 0);
    return day.getUTCDate();
  }

  function parseDay(dates, text) {
    const found = matches(dates.written, text);
    if (!found) { return null; }
    const given = found.slice(1).filter((part) => part !== undefined).map(Number);
    const [year, month, day] = [given[0], given[1] || 0, given[2] || 0];
    const good = given.every(Boolean) && month <= 12 && day <= lastDay(year, month || 1);
    return good ? [year, month, day] : null;
  }

  function proposeDay(dates, text) {
    const sign = (one) => (dates.full_width.indexOf(one) >= 0 ? dates.plain[dates.full_width.indexOf(one)] : one);
    const tens = (found, before, after) => String((before ? HAN_DIGITS.indexOf(before) : 1) * 10 + (after ? HAN_DIGITS.indexOf(after) : 0));
    const counted = Array.from(strip(text)).slice(0, 40).join("").replace(new RegExp(dates.tens, "g"), tens);
    const plain = Array.from(counted).map(sign).join("");
    const found = matches(dates.close, plain) || matches(dates.glued, plain);
    const proposed = found ? iso(found.slice(1).map((part) => Number(part || 0))) : "";
    return proposed && parseDay(dates, proposed) ? proposed : "";
  }

  // ---- 规则

  const yes = (holds) => (holds ? {} : null);
  const bare = (text) => size(text.replace(SPACES, ""));
  const TESTS = {
    always: () => ({}),
    broken: (text) => yes(text.indexOf("\n") >= 0),
    longer: (text, rule) => (size(text) > rule.most ? { length: size(text) } : null),
    longer_bare: (text, rule) => (bare(text) > rule.most ? { length: bare(text), over: bare(text) - rule.most } : null),
    among: (text, rule) => yes(rule.words.indexOf(text) >= 0),
    matches: (text, rule) => yes(matches(rule.form, text)),
    near(text, rule, known) {
      const near = nearest(text, rule.words || Array.from(known.terms(rule).keys()));
      return near ? { near } : null;
    },
    day(text, rule, known) {
      const day = parseDay(known.dates, text);
      return yes(day && (day[2] || !rule.full));
    },
    written_as_day: (text, rule, known) => yes(matches(known.dates.written, text)),
    proposable(text, rule, known) {
      const proposed = proposeDay(known.dates, text);
      return proposed ? { proposed } : null;
    },
    half: (text, rule) => (matches(rule.form, half(text)) ? { right: half(text) } : null),
    within: (text, rule) => yes(matches(rule.form, text) && Number(text) >= rule.least && Number(text) <= rule.most),
    term: (text, rule, known) => yes(!known.lists[rule.vocabulary] || known.terms(rule).has(text)),
    former(text, rule, known) {
      const now = known.lists[rule.vocabulary].terms.find((term) => term[2].indexOf(text) >= 0);
      return now ? { right: rule.by === "code" ? now[1] : now[0] } : null;
    },
    coded(text, rule, known) {
      const names = known.lists[rule.vocabulary].names;
      return names.has(text) ? { right: names.get(text)[1] } : null;
    },
    small_letters(text, rule, known) {
      const right = half(text).toUpperCase();
      return known.terms(rule).has(right) ? { right } : null;
    },
    of_section(text, rule, known) {
      const letter = (Array.from(text)[0] || "").toUpperCase();
      const section = Array.from(known.terms(rule).keys()).filter((code) => code.length > 1 && code[0] === letter);
      return section.length ? { letter, first: section[0], last: section[section.length - 1] } : null;
    },
    elsewhere(text, rule, known) {
      const other = Object.keys(known.lists).find((name) => known.lists[name].names.has(text));
      return other ? { title: known.lists[other].title } : null;
    },
    few(text, rule, known) {
      const terms = Array.from(known.terms(rule).keys());
      const listed = terms.slice(0, 8).map((term) => "“" + term + "”").join("、");
      return terms.length <= rule.most ? { listed: listed + (terms.length > 8 ? "等 " + terms.length + " 种" : "") } : null;
    },
  };

  // 一段文字里看不见的字符、制表符、怪换行：检查程序在读每一行时就会说。
  function unseen(rules, text) {
    const classes = rules.map(function (rule) {
      const names = rule.categories.map((name) => "\\p{" + name + "}").join("");
      try { return names && new RegExp("[" + names + "]", "u"); } catch (old) { return new RegExp(UNSEEN); }
    });
    let problem = null;
    Array.from(text).some(function (sign) {
      const at = sign === "\n" ? -1 : rules.findIndex((rule, number) => rule.signs.indexOf(sign) >= 0 || (classes[number] && classes[number].test(sign)));
      if (at >= 0) { problem = tell(rules[at], { number: pad(sign.codePointAt(0).toString(16).toUpperCase(), 4) }); }
      return problem;
    });
    return problem;
  }

  const tell = (rule, facts) => ({ code: rule.code, message: fill(rule.message, facts), remedy: fill(rule.remedy, facts) });

  // schema：edit/schema.json。today：年-月-日。
  function make(schema, today) {
    const lists = {};
    Object.keys(schema.vocabularies).forEach(function (name) {
      const { title, terms } = schema.vocabularies[name];
      const names = new Map(terms.map((term) => [term[0], term]));
      const byCode = new Map(terms.filter((term) => term[1]).map((term) => [term[1], term]));
      lists[name] = { title, terms, names, byCode };
    });
    const known = { dates: schema.dates, lists, terms: (rule) => lists[rule.vocabulary][rule.by === "code" ? "byCode" : "names"] };

    // 写进记录的样子：两端没有空白；长文字一段一行，汉字之间没有空格。
    function written(field, text) {
      if (field.kind !== "prose") { return strip(text); }
      return text.split("\n").map((part) => strip(part).replace(BETWEEN_HAN, "$1")).filter(Boolean).join("\n");
    }

    // 一个值的问题；没有问题、没有填的是 null。
    function value(field, given) {
      const odd = unseen(schema.characters, given);
      const text = written(field, given);
      if (odd || !text) { return odd; }
      const facts = { label: field.label, text, short: short(text) };
      let problem = null;
      field.rules.some(function (rule) {
        const found = TESTS[rule.test](text, rule, known);
        if (found && rule.code) { problem = tell(rule, Object.assign({}, facts, found)); }
        return found;
      });
      return problem || (field.kind === "day" ? future(field, text) : null);
    }

    function future(field, text) {
      if (schema.future.ahead.indexOf(field.key) >= 0) { return null; }
      const [year, month, day] = parseDay(schema.dates, text);
      if (iso([year, month || 1, day || 1]) <= today) { return null; }
      return tell(schema.future, { label: schema.future.labels[field.key] || field.key, iso: text, today });
    }

    // 缺少、太多、重复：表格整体的问题。
    const table = (name, facts) => tell(schema.tables[name], facts);
    return { value, written, table, nearest, lists, day: (text) => parseDay(schema.dates, text) };
  }

  window.rgChecks = { make, tell, short, iso };
})();
