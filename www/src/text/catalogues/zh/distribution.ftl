# 联系人在分数和等级上的分布，以及规则效果的简要说明。
distribution-soon = 联系人评分完成后，分布会显示在这里。
distribution-unscored = 联系人尚未评分
distribution-unscored-errors = 规则有错误。错误的位置在 JSON 旁边说明。
distribution-wanted = 现在加载联系人
distribution-wanted-hint = 将联系人的导出文件拖到这里，或选择文件，即可查看他们在分数和等级上的分布。
distribution-nobody = 文件中没有联系人。
distribution-listed = 仅列表中的联系人（{ $shown }）
distribution-faulty = 规则有错误。这些数字来自上一次没有错误的规则。
distribution-bars = 直方图：{ $score }
distribution-bar = { $from } 至不足 { $below } 分：{ $contacts }
distribution-range = { $from } 至不足 { $below }
distribution-span = { $contacts }，{ $from } 至不足 { $below } 分
distribution-one-bar = 所有人都是 { $from } 至不足 { $below } 分：尚无法区分联系人。
distribution-rescaled = 换算为 0 至 100：{ $from } 至 { $to } 分
distribution-bands-of = 等级：{ $score }
distribution-side = { $side ->
    [rows] { $matrix }：行
   *[columns] { $matrix }：列
}
distribution-handle = { $edge ->
    [begins] { $band } 起点
   *[ends] { $band } 终点
}
distribution-field = { $edge ->
    [begins] { $band }：从多少分起
   *[ends] { $band }：到多少分止
}
distribution-points = { $count ->
   *[other] { $points } 分
}
distribution-handle-value = { $place }，{ $contacts }
distribution-band = 等级
distribution-where = 分数
distribution-contacts = 联系人
distribution-share = 占比
distribution-from = 从
distribution-end = { $edge ->
    [under] 不足
   *[to] 至
}
distribution-show-band = 显示 { $band }：{ $contacts }
distribution-conditions = 带条件的等级不包括分数足够但不满足条件的联系人。
distribution-no-points = 应为分数：最多两位小数的数字。
distribution-beyond = { $side ->
    [under] { $band } 须低于 { $to } 分，即下一等级的起点。
    [over] { $band } 须高于 { $from } 分，即较低等级的起点。
    [between] { $band } 须在 { $from } 与 { $to } 分之间，即相邻等级的起点之间。
   *[none] 分数范围为 { $from } 至 { $to }。
}
distribution-no-bands = { $score } 还没有等级。等级说明联系人从多少分起值得更多关注。
distribution-add-bands = 添加 SQL（从 { $high } 分起）和 MQL（从 { $middle } 分起）
distribution-as-table = 以表格显示各柱
distribution-crossing = 两个评分的等级
distribution-axis = { $axis ->
    [rows] 行
   *[columns] 列
}
distribution-no-crossing = 两个评分都需要有自己的等级，或有一个由二者组成的矩阵。
distribution-outside = 矩阵之外：{ $contacts }，{ $share }
step-threshold = 将 { $band } 移至 { $points } 分
step-add-bands = 为 { $score } 添加等级

summary = 规则的效果
summary-against = 与版本 { $number } 相比
summary-against-opened = 自打开以来
summary-no-baseline = 之前的规则有错误：没有可比较的对象。
summary-change = { $direction ->
    [up] 比之前多 { $count }
    [down] 比之前少 { $count }
   *[same] 与之前相同
}
summary-moved = { $count ->
    [0] 没有人变更等级
   *[other] { $count } 位联系人变更等级
}
summary-points-changed = { $raised } 位升，{ $lowered } 位降
summary-points-same = 分数无变化
summary-movers = 变化最大的联系人
summary-no-movers = 没有人变化。
summary-mover = { $contact }：从 { $before } 到 { $after }
summary-none = 无
