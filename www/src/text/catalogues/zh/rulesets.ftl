# 规则集整体：列表、保存方式、版本、模板。
ruleset-menu = 规则集
ruleset-none = 还没有规则集
ruleset-unnamed = 未命名的规则集
ruleset-list = 您的规则集
ruleset-action = { $action ->
    [new] 从模板新建…
    [open] 打开文件…
    [save] 保存为文件…
    [link] 复制分享链接
    [rename] 重命名…
    [duplicate] 复制一份
   *[remove] 删除
}
kept = { $state ->
    [saving] 正在保存…
    [memory] 未保存：仅在本页打开期间保留
    [full] 未保存：磁盘空间不足
    [conflict] 未保存：已在另一标签页中更改
   *[saved] 已保存在此浏览器中
}
kept-memory-why = { $reason ->
    [forbidden] 此浏览器不允许本页保存任何内容。
    [newer] 另一标签页正在使用本页的较新版本。请重新加载此标签页。
    [blocked] 另一标签页占用了存储。请关闭本页的其他标签页。
   *[broken] 浏览器的存储已停止工作。
}
retry = 重试
saved-to = 已保存到 { $file }
link-copied = 链接已复制。其中只有规则，没有联系人。
link-title = 此规则集的链接
link-label = 其中只有规则，没有联系人
done = 完成
rename-title = 重命名规则集
name = 名称
rename = 重命名
copy-of = { $name } 的副本
library-fault = { $code ->
    [missing] 此规则集已不存在。
    [too-many] 已有 1,000 个规则集。请先删除一个。
    [too-large] 内容超过任何规则集的大小。请选择其他文件。
    [too-long] 规则集太大，无法放入链接。请保存为文件后发送。
    [full] 磁盘空间不足。请腾出空间后重试，或保存为文件。
    [conflict] 已在另一标签页中更改。请先决定保留哪一个。
    [not-text] 该文件不是文本。请选择规则集文件。
    [failed] 浏览器无法读取或写入该文件。请换一个。
    [damaged] 链接已损坏。请复制完整链接，或索取文件。
    [unknown-version] 该链接由此页面的较新版本生成。请重新加载页面。
   *[unexpected] 操作未成功，请重试。
}
removed = 已删除“{ $name }”。
dismiss = 关闭
discard = 丢弃
set-aside = 此浏览器存储中的某些内容已损坏，已另行保留。
conflict = “{ $name }”在另一标签页中被更改，这里也有更改。
conflict-removed = “{ $name }”已在另一标签页中删除。
conflict-mine = 保留我的
conflict-theirs = 采用另一份
conflict-copy = 将我的另存为副本
conflict-close = 放弃
publish = 发布
publish-title = 发布版本 { $number }
publish-hint = 版本按当前内容保存。之后的更改都与它比较。
publish-same = 自版本 { $number } 以来没有变化。
publish-faulty = 规则中有错误。请先修正。
publish-note = 更改了什么，为什么
publish-example = 例如：与销售商定，提高定价页的分值
published-title = 版本 { $number } 已发布
published-hint = 之后的更改都与它比较。
templates = 从模板开始
first-templates = 或者从模板开始
template = { $template ->
    [inbound] 集客线索
    [saas] SaaS：匹配度与活跃度
    [ecommerce] 电子商务
    [account-based] 目标客户
   *[empty] 空白
}
template-about = { $template ->
    [inbound] 根据身份与行为得出一个分数；35 分起为 MQL，65 分起为 SQL。
    [saas] 两个分数和一个优先级矩阵。
    [ecommerce] 对商店和邮件的活跃度，随时间衰减。
    [account-based] 公司是否为目标，以及发出多少信号。
   *[empty] 一个由您填写的分数。
}
template-failed = 无法加载模板。请检查网络连接后重试。
step-rename = 重命名为“{ $name }”
step-restore = 恢复版本 { $number }
step-keep-mine = 保留我的
