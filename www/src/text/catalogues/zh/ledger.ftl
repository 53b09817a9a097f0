# 评分明细：联系人为何有这些评分，以及到下一等级的最短途径。
ledger = 评分明细
ledger-why = 为什么是这个评分？
ledger-why-hint = 选择一位联系人，查看每个条件、找到的依据及所给分数。
ledger-close = 关闭评分明细
ledger-test = 测试
ledger-shown = 显示的条件
ledger-shown-name = { $shown ->
    [met] 满足
    [not_met] 未满足
   *[all] 全部
}
ledger-scores = 评分
ledger-no-scores = 规则集没有评分。
ledger-state = { $state ->
    [met] 满足
    [muted] 已停用
   *[not-met] 未满足
}
ledger-reveal = 在规则中查看此条件
ledger-muted-hint = 已停用，不给分。
ledger-wanted = 要满足它：
ledger-next = { $at } 起为 { $points }
ledger-raw = 原始 { $points }
ledger-by-decay = 衰减 { $points }（{ $decay }）
ledger-by-limit = 自身上下限 { $points }（{ $limit }）
ledger-decay = { $shape ->
    [compound] 每 { $days } 天 { $percent }%，复合
   *[linear] 每 { $days } 天 { $percent }%
}
ledger-decay-since = { $rate }，自 { $at } 起
ledger-decay-unknown = { $rate }；其起点{ $property }未知
ledger-tests = { $count } 项检验
ledger-values = { $count } 个值
ledger-not-listed = 未列出
ledger-latest = 共 { $count } 次，最近 { $shown } 次
ledger-occurrences = { $count } 次
ledger-hidden = { $count } 个条件未显示
ledger-group-limit = 分组上下限，{ $limit }
ledger-score-limit = 评分上下限，{ $limit }
ledger-not-reached = 未触及
ledger-rescaled = { $points } / 100
ledger-sum-raw = 满足的条件
ledger-sum-decay = 衰减
ledger-sum-criterion = “{ $criterion }”的上下限，{ $limit }
ledger-sum-group = 分组“{ $group }”的上下限，{ $limit }
band-none = 无等级

ways-to = { $score }：到 { $band } 的途径
ways-short = 距 { $band } 还差 { $points } 分。
ways-held-back = 分数已达到 { $band }，但不满足其条件。
ways-none = 改变至多三个条件也无法达到。
ways-any = { $count ->
    [one] 这样即可：
   *[other] 以下任意一项即可：
}
ways-and = 和
ways-reached = 达到 { $points } 分
ways-step = { $change ->
    [no_longer_meet] 不再满足：{ $criterion }
    [one_more] 再 { $count } 次：{ $criterion }
    [value] { $criterion }：值为 { $value }
   *[meet] { $criterion }
}
