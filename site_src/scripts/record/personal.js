// 像个人信息的文字：找的式样和话来自 edit/schema.json（generator/rules/personal.py），这里只有判断。
(function () {
  "use strict";
  const plain = (text) => Array.from(text).map((sign) => sign.normalize("NFKC")).join("");
  const digitsOf = (text) => Array.from(text.replace(/[^0-9]/g, "")).map(Number);
  const sum = (numbers) => numbers.reduce((whole, number) => whole + number, 0);

  function possibleDay(digits, today) {
    const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
    const made = new Date(Date.UTC(year, month - 1, day));
    const real = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
    return real && year >= 1900 && year <= Number(today.slice(0, 4));
  }

  const JUDGES = {
    contact: (said) => [said.indexOf("@") >= 0 ? "mail" : /^qq/i.test(said) ? "qq" : "wechat", ""],
    identity(said, about, today) {
      const digits = said.replace(/[ -]/g, "").toUpperCase();
      const born = digits.length === 18 ? digits.slice(6, 14) : "19" + digits.slice(6, 12);
      if (!new RegExp("^(?:" + about.province + ")").test(digits) || !possibleDay(born, today)) { return null; }
      if (digits.length === 15) { return ["old", digits.slice(0, 3)]; }
      const rest = sum(about.weights.map((weight, at) => weight * Number(digits[at]))) % 11;
      return ["10X98765432"[rest] === digits[17] ? "right" : "wrong", digits.slice(0, 3)];
    },
    mobile(said) {
      const digits = said.replace(/[^0-9]/g, "").slice(-11);
      return "3456789".indexOf(digits[1]) >= 0 ? ["mobile", digits.slice(0, 3)] : null;
    },
    card(said) {
      const back = digitsOf(said).reverse();
      const doubled = back.filter((digit, at) => at % 2).map((digit) => Math.floor(digit / 5) + (digit * 2) % 10);
      const valid = (sum(back.filter((digit, at) => at % 2 === 0)) + sum(doubled)) % 10 === 0 && new Set(back).size > 2;
      return valid ? ["card", said.slice(0, 3)] : null;
    },
    birth: () => ["birth", ""],
    dwelling: () => ["dwelling", ""],
  };

  // about：edit/schema.json 的 personal。旧浏览器不认得式样时返回 null，页面会说明。
  function make(about) {
    let harmless;
    let finders;
    try {
      harmless = new RegExp(about.harmless, "gu");
      finders = about.finders.map(([code, form, judge]) => ({ code, form: new RegExp(form, "gu"), judge: JUDGES[judge] }));
    } catch (old) { return null; }
    const blank = (text) => "\0".repeat(text.length);
    return function find(text, today) {
      let left = plain(text).replace(harmless, blank);
      const told = [];
      finders.forEach(function (finder) {
        const before = left;
        before.replace(finder.form, function (said) {
          const place = arguments[arguments.length - 2];
          const verdict = finder.judge(said, about, today);
          if (verdict) {
            left = left.slice(0, place) + blank(said) + left.slice(place + said.length);
            const what = about.what[verdict[0]].replace("{start}", verdict[1]);
            told.push({ code: finder.code, message: about.message.replace("{what}", what), remedy: about.remedies[finder.code] });
          }
          return said;
        });
      });
      return told;
    };
  }

  window.rgPersonal = { make };
})();
