// What the page says where it proposes a record by itself.

/** What is being done. */
export const STEPS = { look: "正在看仓库……", branch: "正在建分支……", file: "正在存记录……", pull: "正在提合并请求……" };

export const WORDS = {
  noToken: "请先填上个人令牌。没有令牌的，点“怎样取得令牌”。",
  personal: "写给审核的人的话里像是有个人信息，请删去：合并请求谁都看得到。",
  forgotten: "令牌已经从这台设备上删去。",
  notKept: "这个浏览器不让存东西，令牌没有记下，关掉页面就没有了。",
  looking: "正在看检查的结果……",
  proposed: "已提交。",
  renewed: "已更新。",
  unseen: "没有看到检查的结果，请打开合并请求看，或者过一会儿再按一次。",
  comment: "看检查写的评论",
  again: "更新合并请求",
};

/** How a pull request and its checks stand. */
export const ANSWERS = {
  running: "检查还没有做完，一般要几分钟，做完了这里会说。",
  slow: "等了很久，检查还没有做完。请过一会儿再按“看检查的结果”。",
  passed: "检查通过了，等审核的人回话。",
  failed: "检查没有通过，哪里不对、怎样改，写在评论里。在这一页改好，再按一次“更新合并请求”就行，不用另提。",
  elsewhere: "检查的结果写在合并请求的页面上。没有通过的，在这一页改好，再按一次“更新合并请求”就行，不用另提。",
  merged: "已经合并，网站更新以后就能看到。可以清除草稿了。",
  closed: "这份合并请求关闭了，没有合并，原因看它的页面。改好再提交的，会另提一份。",
};

/** @param {number} number */
export const named = (number) => `合并请求 ${number}`;

/** @param {string} id */
export const renumbered = (id) => `原来的编号别人先用了，改成了 ${id}。`;

/**
 * @param {string} id
 * @param {boolean} isNew
 * @param {string} name
 */
export const title = (id, isNew, name) => `${isNew ? "新增" : "更正"} ${id} ${name}`;

/** What stands below the words of whoever proposes. */
export const BODY = "在名册的“新增/更正工作室”网页上填写、提交。";

/**
 * What to say where it came to nothing, by its reason.
 * @param {{ name: string, place: string, branch: string }} where the forge's name, the repository's owner and name, the branch to be joined
 * @param {number} status
 * @returns {{ [why: string]: string }}
 */
export const refusals = ({ name: forge, place: repository, branch }, status) => ({
  lost: `没有收到 ${forge} 的回答：网络断了，或者平台不让网页提交。填的都在，再按一次就接着做，不会重复提交。还是不行的，用下面的办法。`,
  token: `${forge} 不认这个令牌：可能没有复制全，或者过期、删去了。请重新复制，或者照“怎样取得令牌”新取一个。`,
  expired: "这个令牌过期了，请照“怎样取得令牌”新取一个。填的都在。",
  rights: `用这个令牌不能往 ${repository} 里写：取令牌的时候，要给“怎样取得令牌”里说的两项权限；令牌还在等人批准的，请等批准；还不能往仓库里写的，请管理员给您权限，或者用下面的办法。`,
  hidden: `用这个令牌看不到仓库 ${repository}：取令牌的时候要选上它。仓库改过名、搬过地方的，请告诉管理员。`,
  unbegun: `仓库 ${repository} 里没有 ${branch} 这个分支，请告诉管理员：register.yml 的 repository 里，branch 要写成仓库用的那个分支。填的都在。`,
  limit: `${forge} 说请求太多，请过一会儿再按一次，最多等一小时。填的都在。`,
  missing: `${forge} 上缺了要用的东西（${status}），请再按一次；还是不行的，用下面的办法。`,
  refused: `${forge} 没有接受（${status}）。填的都在，请过一会儿再按一次；还是不行的，用下面的办法，并把括号里的数告诉管理员。`,
  broken: `${forge} 出了故障（${status}），请过一会儿再按一次，不会重复提交。`,
  taken: "连着二十个编号都有人用了，请等网站更新以后重新打开这一页，草稿还在。",
  joined: "上次提交的已经合并进名册了。要再改，请等网站更新以后，在那个工作室的页面上点“在网页上更正”；要新增另一个，请先清除草稿。",
  moved: "这份记录在仓库里后来改过，和这一页打开的不一样，所以没有提交。请等网站更新以后重新打开这一页：草稿还在，会请您核对。",
  same: "仓库里已经是这样写的，没有要提交的。",
  touched: "这份合并请求里有别人改过的内容，为了不盖掉，没有提交。请打开合并请求，在那里接着改。",
});
