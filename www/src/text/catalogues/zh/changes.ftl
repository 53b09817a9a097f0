# 变化：把规则的不同版本相互比较。
changes-no-ruleset = 没有打开的规则集
changes-no-contacts = 载入联系人，查看谁会变化
changes-no-contacts-hint = 没有联系人时也会显示规则中的更改。
changes-from = 从
changes-to = 到
as-opened = 在此打开时的规则
as-now = 当前的规则
version = 版本 { $number }
changes-faulty = 规则中有错误：数字来自最后一次无误的规则。
changes-unusable = { $side ->
    [before] 起始规则有错误，无法用来评分。
   *[after] 目标规则有错误，无法用来评分。
}
changes-nobody = 没有人变化
changes-nobody-hint = { $published ->
    [yes] { $contacts }的分数和等级都不变。更改一条规则，或比较其他版本。
   *[no] { $contacts }的分数和等级都不变。更改一条规则即可看到效果；发布可保留一个版本，供以后的更改与之比较。
}
score-changes = 评分
score-raised = 分数增加
score-lowered = 分数减少
score-unchanged = 不变
score-change = 总变化
score-one-sided = { $side ->
    [before] 只在之前的规则中：没有可比较的。
   *[after] 新的评分：没有可比较的。
}
bands-one-sided = { $side ->
    [before] 这些等级只在之前的规则中。
   *[after] 这些等级是新的。
}
no-band = 无
movement = { $name } 的等级
movement-count = { $count ->
    [0] 没有人换到别的等级。
   *[other] { $count } 位联系人换到别的等级。选择一个数字即可列出是谁。
}
matrix-corner = 之前 ↓ 之后 →
matrix-total = 合计
matrix-cell = { $way ->
    [stay] 保持 { $from }：{ $contacts }
   *[move] 从 { $from } 到 { $to }：{ $contacts }
}
movers = 变化最大的联系人
movers-all = 重新显示所有变化
movers-by = 依据
movers-download = 下载 CSV
movers-none = 此评分中没有人的分数变化。
movers-most = 显示前 { $count } 位。CSV 中有全部。
show-more = 再显示 { $count } 个
close = 关闭
ledgers-both = 变化的原因
criteria-alike = { $count } 个条件结果相同
criterion-state = { $state ->
    [met] 满足
    [muted] 已停用
   *[unmet] 不满足
}
limit-of = { $of ->
    [group] 分组“{ $name }”的上下限
   *[score] 评分“{ $name }”的上下限
}
points-total = 合计
score-absent = 没有这个评分
not-there = 不存在

rule-changes = 规则的更改
rule-changes-none = 两者相同。
rule-changes-spelling = 内容相同，只是写法不同。
rule-changes-unreadable = 其中一个不是有效的 JSON，无法比较各部分。
was = 之前
is-now = 之后
change-state = { $state ->
    [added] 新增
    [removed] 已删除
   *[changed] 已更改
}
change-part = { $part ->
    [ruleset] 规则集
    [property] 属性
    [score] 评分
    [group] 分组
    [bands] 等级
    [lifecycle] 阶段设置
    [stage] 阶段
    [list] 名单
    [workflow] 工作流
   *[criterion] 条件
}
change-what = { $aspect ->
    [name] 名称
    [note] 备注
    [points] 分数
    [condition] 条件内容
    [award] 事件
    [value] { $subject }
    [default] 所有其他值
    [muted] 已停用：不再给分
    [unmuted] 已重新启用
    [group] 移到另一分组
    [order] 顺序
    [limit] 上下限
    [decay] 衰减
    [since] 衰减起点
    [rescale] 0 至 100 的换算
    [range] { $subject }
    [range-when] { $subject }，仅当
    [unknown-values] 表示“没有值”的值
    [filter] 条件内容
    [members] 成员
    [stage-property] 保存阶段的属性
    [list] 加入此名单者进入
    [goal] 目标
    [suppress] 排除的名单
    [enrolment] 加入方式
    [actions] 执行的操作
    [off] 已停用：不再接纳任何人
    [on] 已重新启用
   *[other] “{ $subject }”
}
change-action = { $kind ->
    [notify] 通知 { $subject }：{ $text }
    [set] 将{ $subject }设为 { $text }
    [clear] 清空{ $subject }
    [call_back] 回调 { $subject }
   *[unknown] …
}
change-enrolment-plain = 加入名单者，一次
change-more = 另有 { $count } 处更改
change-decay = { $shape ->
    [compound] 每 { $days } 天减少剩余的 { $percent }%
   *[linear] 每 { $days } 天减少 { $percent }%
}
change-range = { $bounds ->
    [from] { $low } 起
    [fromto] { $low } 至 { $high }
    [frombelow] { $low } 至低于 { $high }
    [to] 至 { $high }
    [below] 低于 { $high }
   *[any] 所有分数
}

versions = 版本
versions-none = 还没有版本。发布会保留当前的规则及日期和备注：以后的更改与它比较，也可以随时恢复。
versions-unpublished = 自版本 { $number } 以来的更改尚未发布。
compare = 比较
compared = 正在比较
compare-with = 与版本 { $number } 比较
restore = 恢复
restore-version = 恢复版本 { $number }
version-on-site = 放到网站
restore-title = 恢复版本 { $number }？
restore-hint = 规则将变回当时的样子。这是一步操作，可以撤销。
restore-effect = 会有什么变化
