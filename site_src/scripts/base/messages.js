// What every page says by itself.

export const WORDS = {
  wechat: "在微信里打开的，存不了文件。请点右上角“…”，选“用浏览器打开”，再下载或填写。",
  aids: "大字和朗读",
  sizes: "字的大小",
  usual: "标准",
  large: "大",
  larger: "特大",
  contrast: "高对比",
  simple: "简洁版",
  read: "朗读本页",
  pause: "暂停",
  resume: "接着读",
  stop: "停止",
  shut: "收起",
  noVoice: "这个浏览器读不出来：没有装在这台设备上的中文语音。手机的系统设置里，“辅助功能”或“无障碍”一栏一般有朗读屏幕的功能，可以打开来用。",
  nothing: "这一页没有可以读的文字。",
  read_out: "读完了。",
};
