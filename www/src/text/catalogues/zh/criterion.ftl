# 条件表单与筛选编辑器。
step-criterion = { $what ->
    [name] 重命名条件
    [points] 修改分数
    [event] 修改事件
    [values] 修改取值
    [limit] 修改上下限
    [decay] 修改衰减
    [note] 修改备注
    [id] 修改标识符
    [kind] 更改条件类型
    [muted] 停用或启用条件
   *[condition] 修改条件内容
}
number-unreadable = “{ $text }”不是数字，因此未被采用。
combo-others = { $count ->
    [one] 还有 { $count } 个：输入以查找
   *[other] 还有 { $count } 个：输入以查找
}
tokens-more = 另外 { $count } 个
tokens-add = { $label }：添加
tokens-remove = 移除 { $text }
days = { $count ->
    [one] 天
   *[other] 天
}
test-property = 属性
test-operator = 比较方式
test-score = 评分
test-include-unknown = 也包括没有值的联系人
test-include-unknown-events = 也包括没有值的事件
operator = { $operator ->
    [is_known] 有值
    [is_unknown] 未知
    [is_equal_to] 等于
    [is_not_equal_to] 不等于
    [contains] 包含
    [does_not_contain] 不包含
    [contains_word] 包含单词
    [does_not_contain_word] 不包含单词
    [starts_with] 开头是
    [ends_with] 结尾是
    [matches_regex] 匹配正则表达式
    [is_greater_than] 大于
    [is_greater_than_or_equal_to] 大于或等于
    [is_less_than] 小于
    [is_less_than_or_equal_to] 小于或等于
    [is_between] 介于
    [is_not_between] 不介于
    [is_before] 早于
    [is_after] 晚于
    [is_less_than_x_days_ago] 在最近……天内
    [is_more_than_x_days_ago] 在……天以前
    [is_less_than_x_days_from_now] 在未来……天内
    [is_more_than_x_days_from_now] 在……天以后
    [is_any_of] 是以下任一
    [is_none_of] 不是以下任一
    [contains_all] 包含全部
    [does_not_contain_all] 不包含全部
    [is_exactly] 恰好是
   *[is_not_exactly] 不恰好是
}
operator-choose = 请选择……
operator-others = 用于其他类型的属性
operand-values = 值
operand-values-hint = 输入或选择
operand-patterns = 正则表达式
operand-number = 数字
operand-days = 天数
operand-time = 日期
operand-bound = { $bound ->
    [low] 从
   *[high] 到
}
operand-time-of-day = { $has ->
    [date] 添加时刻（UTC）
   *[other] 仅日期
}
column-kind = { $kind ->
    [text] 文本
    [number] 数字
    [boolean] 是或否
    [time] 日期
    [list] 列表
   *[empty] 空
}
column-filled = { $share } 有值
column-absent = 文件中没有
event-type = 事件
event-within = 时间范围
event-count = 次数要求
event-bounds = { $bounds ->
    [at_least] 至少
    [at_most] 最多
    [both] 介于
   *[exactly] 恰好
}
event-times = { $bounds ->
    [at_least] 至少
    [at_most] 最多
   *[exactly] 恰好
}
event-where = 仅限符合以下条件的事件
event-where-add = 仅限部分事件
test-band = 等级所属
test-bands = 等级
test-stage = 处于阶段
test-on-list = 在名单上
score-bound = { $bound ->
    [at_least] 至少
    [at_most] 最多
   *[below] 低于
}
filter-none = 尚未设置任何测试。
filter-adding = 添加
filter-add-group = { $more ->
    [yes] 再添加一项测试
   *[no] 添加一项测试
}
filter-add = { $kind ->
    [property] 属性
    [event] 事件
    [score] 评分
    [band] 等级
    [stage] 阶段
    [list] 在名单上
   *[group] 分组
}
group-way = 须满足哪些测试
group-ways = { $way ->
    [all] 满足全部
    [any] 满足任一
   *[none] 均不满足
}
group-label = { $way ->
    [all] { $count } 项测试全部满足
    [any] { $count } 项测试满足任一
   *[none] { $count } 项测试均不满足
}
group-more = 另有 { $count } 项测试未在此显示。
part-action = { $action ->
    [up] 上移
    [down] 下移
    [duplicate] 复制
    [wrap] 放入分组
    [unwrap] 解散分组
   *[remove] 移除
}
part-menu = 操作：{ $what }
part-unreadable = 此部分无法以表单显示。
part-as-json = 以 JSON 编辑
criterion-name = 名称
criterion-note = 备注
criterion-points = 分数
criterion-kind = 条件类型
criterion-kinds = { $kind ->
    [condition] 条件判断
    [by_value] 按取值
   *[by_event] 按事件
}
criterion-decay-and-limit = 衰减与上下限
criterion-muted = 停用：不给分
criterion-id = 标识符
limit-title = 上下限
limit-bound = { $bound ->
    [min] 最低分
   *[max] 最高分
}
decay-title = 衰减
decay-own = 分数随时间衰减
decay-of-group = 随分组衰减：每 { $days } 天 { $percent }%。
decay-percent = 减少
decay-every = 每
decay-shape = 基准
decay-shapes = { $shape ->
    [linear] 最初的分数
   *[compound] 剩余的分数
}
decay-since = 起始日期所在属性
decay-steps = 剩余分数
decay-step = { $at ->
    [once] 最初：{ $points }
   *[later] { $days } 天后：{ $points }
}
award-title = 事件如何给分
award = { $award ->
    [each] 每次给分
   *[frequency] 按次数给分
}
award-points = 每次分数
award-most = 最多计次
once-title = 计次方式
once = { $way ->
    [each] 每次都计
    [day] 每天一次
   *[property] 每个取值一次
}
once-property = 事件属性
frequency-title = 按事件次数给分
frequency-key = { $key ->
    [from] 从
    [to] 到
   *[points] 分数
}
frequency-range = 范围 { $number }
frequency-add = 添加范围
frequency-remove = 移除范围 { $number }
frequency-gap = { $from } 至 { $to } 次不给分。
values-title = 取值及其分数
values-value = 取值
values-points-of = { $value } 的分数
values-remove = 移除 { $value }
values-absent = 没有联系人
values-default = 其他取值的分数
values-add = 添加取值
values-add-hint = 添加取值
values-missing = { $count ->
    [one] 联系人中有 { $count } 个取值未列出。
   *[other] 联系人中有 { $count } 个取值未列出。
}
values-fill = 从联系人填入
values-fill-points = 每个新增取值的分数
values-points-each = 分
values-more = 再显示 { $count } 个
values-search = 搜索取值
values-order = 排序
values-orders = { $order ->
    [written] 按书写顺序
    [occurs] 最常见的在前
    [points] 分数高的在前
   *[name] 按名称
}
values-count = { $count ->
    [one] { $count } 个取值
   *[other] { $count } 个取值
}
values-taken = { $value } 已在表中。
