# 一位联系人随时间的历程。
journey = 随时间变化
journey-range = 时间段
journey-ranges = { $days ->
    [0] 全部
    [365] 1 年
   *[other] { $days } 天
}
journey-chart = { $stage ->
    [none] { $score }随时间的变化，从没有阶段开始
   *[current] { $score }随时间的变化
}
journey-begins = 开始时的阶段
journey-from-stage = { $stage ->
    [none] 从没有阶段开始
   *[current] 从今天的阶段开始
}
journey-points = { $score }：{ $points } 分
journey-stage = 阶段“{ $stage }”
journey-events = { $event } { $count } 次
journey-by-time = 时间推移
journey-before = 时间段开始时的情况
journey-since = 自 { $since } 起处于阶段“{ $stage }”
journey-incomplete = 内容过多：显示到 { $to } 为止。请选择更短的时间段。
journey-passed-over = 发生的事情太多，无法全部查看：{ $from } 至 { $to } 之间的内容未查看。
journey-as-table = 以表格显示 { $count } 步
journey-table-last = 最后 { $count } 步。
journey-when = 时间
journey-change = 变化
journey-at-stage = 阶段
journey-what = 发生了什么
