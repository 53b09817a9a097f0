# 视图之外的页面：页眉、文件、首次使用。
contacts = { $count } 位联系人
limit-none = 无
limit-max = 最多 { $max }
limit-min = 最少 { $min }
limit-both = { $min } 至 { $max }

language = 语言
theme = 颜色
theme-name = { $theme ->
    [light] 浅色
    [dark] 深色
   *[system] 跟随系统
}
undo = 撤销
redo = 重做
views = 视图
view = { $view ->
    [rules] 规则
    [lifecycle] 阶段
    [contacts] 联系人
    [test] 测试联系人
    [distribution] 分布
    [changes] 变化
    [health] 健康检查
    [json] JSON
   *[data] 数据
}
view-missing = 无法加载此视图。请检查网络连接后重试。

as-of = 评分时间
now = 现在
none = 无
cancel = 取消
load = 加载
choose = 选择
replace = 替换
choose-files = 选择文件
sources = 文件
source = { $source ->
    [events] 事件
   *[contacts] 联系人
}
choose-source = { $source ->
    [events] 选择事件
   *[contacts] 选择联系人
}
replace-source = { $source ->
    [events] 替换事件
   *[contacts] 替换联系人
}
more-about = 关于 { $file } 的更多操作
use-as = 用作
role-choice = { $role ->
    [ruleset] 规则集
    [events] 事件
   *[contacts] 联系人
}
without-events = 不使用事件评分
contacts-missing = 导出文件：CSV、JSON 或 NDJSON
contacts-left-out = { $contacts }，略去 { $count } 行
events-missing = 联系人的行为：可选
events-inside = 联系人文件内有 { $count } 个事件
events-read = 已读取 { $count } 个
events-read-unmatched = 已读取 { $count } 个，{ $unmatched } 个未匹配
events-waiting = 等待联系人
load-reading = 正在读取 { $file }
load-scoring = 正在为 { $file } 评分
load-rows = { $share }，{ $count } 行
drop = 松开即可加载
drop-hint = 规则集、联系人、事件：一个或多个文件
which-title = 各文件分别是什么？
which-hint = 联系人和事件各用一个文件：列表中同类的最后一个。
which-is = 是
complaints = 无法使用的文件
complaint-unexpected = { $file } 出了问题
complaint-unreadable = { $role ->
    [ruleset] { $file } 无法作为规则集读取
    [events] { $file } 无法作为事件读取
   *[contacts] { $file } 无法作为联系人读取
}
complaint-link = 无法使用该链接
complaint-dismiss = 关闭关于 { $file } 的消息
complaint-kept = 原有内容保持不变：仍在使用 { $file }。
news-reading = 正在读取 { $file }
news-unusable = { $file } 无法使用
news-shown = 显示 { $contacts }

first-title = 为联系人评分，并看清原因
first-promise = 您的规则为联系人打分：精确、处处一致，每一分都有理由。一切都在此浏览器中进行。
first-sample-title = 先看一看
first-sample = 2,000 位虚构联系人、30,000 个事件，以及可以随意修改的规则。
try-sample = 试用示例
first-own-title = 使用您自己的文件
first-own = 拖放到本页任意位置：规则集（JSON）、联系人和事件（CSV、JSON、NDJSON）。
first-demo = 看看这样的规则在网站上如何运作：演示网站
privacy = 您加载的任何内容都不会离开此浏览器。
