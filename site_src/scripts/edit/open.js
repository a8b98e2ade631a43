// 取来要填的：字段表，更正时还有已公布的那份记录。
(function () {
  "use strict";
  function get(path, kind) {
    return fetch(path).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer[kind]();
    });
  }

  // 已公布的一份：值都是文字，次序和字段表一样；status、path 不是记录里的键。
  function plain(fields, value) {
    const found = {};
    fields.forEach(function (field) {
      const given = value[field.key];
      if (given === undefined) { return; }
      const item = (it) => (field.fields ? plain(field.fields, it) : String(it));
      found[field.key] = field.many ? given.map(item) : item(given);
    });
    return found;
  }

  // 不在地图上标点的，导出的数据里没有坐标，原文里有：照原文补上，改别的内容时才不会丢。
  function withPoint(published, original) {
    const location = /^location:.*(?:\n(?:[ \t#].*)?)*/m.exec(original);
    ["lon", "lat"].forEach(function (key) {
      const found = location && new RegExp("(?:^|[\\s{,])" + key + ":\\s*['\"]?(-?[0-9.]+)").exec(location[0]);
      if (found && published.location && published.location[key] === undefined) { published.location[key] = found[1]; }
    });
    return published;
  }

  // root：网站的根。id：要更正的编号，新增时为空。得到字段表、原文和已公布的值（新增时为 null）；取不到的，拒绝的理由就是要说的话。
  function open(root, id) {
    const failed = (words) => () => Promise.reject(words);
    return get(root + "edit/schema.json", "json").catch(failed("取不到字段表，请检查网络后再打开这一页。")).then(function (schema) {
      if (!id) { return { schema, original: "", published: null }; }
      if (!new RegExp("^(?:" + schema.id + ")$").test(id)) { return Promise.reject("“" + id + "”不是编号，编号的样子是 DL0001。"); }
      const place = root + "workshops/" + id + "/" + id;
      return Promise.all([get(place + ".yml", "text"), get(place + ".json", "json")]).catch(failed("没有编号为 " + id + " 的记录，或者网络不通。"))
        .then(([original, published]) => ({ schema, original, published: plain(schema.fields, withPoint(published, original)) }));
    });
  }

  window.rgEditOpen = { open };
})();
