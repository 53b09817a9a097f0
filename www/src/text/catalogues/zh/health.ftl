# 健康检查：对照联系人，规则中值得留意之处。
health-no-ruleset = 没有打开的规则集
health-no-contacts = 载入联系人，检查规则是否健康
health-no-contacts-hint = 规则遗漏了什么、哪些徒劳，只有对照联系人才能看出。
health-count = { $count } 处值得留意
health-faulty = 规则中有错误：以下内容针对最后一次无误的规则。
health-dismissed = 已忽略 { $count } 处
health-dismissed-title = 已忽略
health-good = 无需修正
health-good-hint = 规则与{ $contacts }的数据相符。
finding-kind = { $kind ->
    [warning] 规则中的错误或疑点
    [missing] 文件中没有
    [unreadable] 无法读取
    [never] 没有人满足
    [inside] 出现在更长的单词里
    [unruled] 没有规则涉及的值
    [limit] 因上下限损失的分数
    [same] 满足者完全相同
    [always] 所有人都满足
   *[placeholder] 看起来表示“没有值”
}
finding-kind-hint = { $kind ->
    [warning] 规则检查的结果。
    [missing] 规则需要它，联系人却没有：名称有误，或文件缺少该列。
    [unreadable] 这些值按未知处理。
    [never] 这些条件没有给任何人分数。
    [inside] 较短的文字命中的比预期多：请改为匹配整个单词。
    [unruled] 它们出现在文件中却不起作用：新的表单、页面、国家。
    [limit] 超出上下限的部分不起作用。
    [same] 同一件事计了两次，或者其中之一可以去掉。
    [always] 人人都有的分数无法区分任何人。
   *[placeholder] 未声明时，它们与其他值一样对待。
}
finding-missing-property = 没有联系人具有“{ $property }”
finding-missing-event = 没有“{ $event }”类型的事件
finding-used-by = 用于：{ $criteria }
finding-unreadable = { $needed ->
    [number] { $count } 位联系人的“{ $property }”不是数字
    [boolean] { $count } 位联系人的“{ $property }”既非是也非否
   *[time] { $count } 位联系人的“{ $property }”不是日期
}
finding-such-as = 例如 { $values }
quoted = “{ $text }”
finding-never = 没有联系人满足“{ $criterion }”
finding-always = 全部{ $contacts }都满足“{ $criterion }”
finding-same = 满足“{ $criterion }”与“{ $other }”的是同样的{ $contacts }
finding-limit = { $of ->
    [criterion] 条件“{ $name }”的上下限改变了{ $contacts }的分数：共 { $points }
    [group] 分组“{ $name }”的上下限改变了{ $contacts }的分数：共 { $points }
   *[score] 评分“{ $name }”的上下限改变了{ $contacts }的分数：共 { $points }
}
finding-inside = { $what ->
    [events] “{ $criterion }”在 { $count } 个事件的“{ $property }”中，于更长的单词里找到“{ $operand }”
   *[contacts] “{ $criterion }”在 { $count } 位联系人的“{ $property }”中，于更长的单词里找到“{ $operand }”
}
finding-unruled = “{ $property }”有 { $distinct } 个值没有规则涉及，共 { $found }
events-found = { $count } 个事件
finding-placeholder = “{ $value }”出现在{ $contacts }的{ $properties }中
property-of-event = { $property }（{ $event }）
and-more = { $items } 等，另有 { $count } 个
finding-show = 显示
finding-show-criterion = 显示条件
finding-show-named = 显示“{ $criterion }”
finding-show-data = 显示文件
finding-whole-words = 匹配整个单词
finding-declare = 表示“没有值”
finding-dismiss = 忽略
finding-bring-back = 恢复显示
unruled-add-to = 添加到“{ $criterion }”：
unruled-choose = 添加到
unruled-points = 每个的分数
unruled-add = 添加“{ $value }”
unruled-most = 显示最常见的 { $count } 个。
step-health = { $what ->
    [value] 添加“{ $value }”
    [words] 把“{ $value }”作为整个单词匹配
   *[unknown] “{ $value }”表示没有值
}
