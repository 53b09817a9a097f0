# 条件所测试的内容和找到的结果，用文字表达。句子由短语组成。
sentence-unfinished = 未完成的条件
sentence-some-property = 某个属性
sentence-operator-missing = { $property }…
sentence-empty = { $way ->
    [any] 无
   *[all] 任意
}
sentence-joined = { $way ->
    [any] { $first }，或 { $next }
   *[all] { $first }，且 { $next }
}
sentence-bracketed = （{ $phrase }）
sentence-not = 不符合（{ $phrase }）
sentence-none-of = 均不符合：{ $phrases }
sentence-or-unknown = { $phrase }或未知
sentence-quoted = “{ $text }”
sentence-truth = { $value ->
    [true] 是
   *[false] 否
}
sentence-list = { $list }、{ $next }
sentence-more = { $list } 等另外 { $count } 项

sentence-test = { $operator ->
    [is_known] { $property } 有值
    [is_unknown] { $property } 未知
    [is_equal_to] { $several ->
        [yes] { $property } 是{ $operand }之一
       *[no] { $property } 是 { $operand }
    }
    [is_not_equal_to] { $several ->
        [yes] { $property } 不是{ $operand }中的任何一个
       *[no] { $property } 不是 { $operand }
    }
    [contains] { $several ->
        [yes] { $property } 包含{ $operand }之一
       *[no] { $property } 包含 { $operand }
    }
    [does_not_contain] { $several ->
        [yes] { $property } 不包含{ $operand }中的任何一个
       *[no] { $property } 不包含 { $operand }
    }
    [contains_word] { $several ->
        [yes] { $property } 包含单词{ $operand }之一
       *[no] { $property } 包含单词 { $operand }
    }
    [does_not_contain_word] { $several ->
        [yes] { $property } 不包含单词{ $operand }中的任何一个
       *[no] { $property } 不包含单词 { $operand }
    }
    [starts_with] { $several ->
        [yes] { $property } 以{ $operand }之一开头
       *[no] { $property } 以 { $operand } 开头
    }
    [ends_with] { $several ->
        [yes] { $property } 以{ $operand }之一结尾
       *[no] { $property } 以 { $operand } 结尾
    }
    [matches_regex] { $several ->
        [yes] { $property } 匹配正则表达式{ $operand }之一
       *[no] { $property } 匹配正则表达式 { $operand }
    }
    [is_greater_than] { $property } 大于 { $operand }
    [is_greater_than_or_equal_to] { $property } 不小于 { $operand }
    [is_less_than] { $property } 小于 { $operand }
    [is_less_than_or_equal_to] { $property } 不大于 { $operand }
    [is_between] { $property } 介于 { $low } 和 { $high } 之间
    [is_not_between] { $property } 不介于 { $low } 和 { $high } 之间
    [is_before] { $property } 早于 { $operand }
    [is_after] { $property } 晚于 { $operand }
    [is_less_than_x_days_ago] { $property } 在最近 { $days } 天内
    [is_more_than_x_days_ago] { $property } 在 { $days } 天以前
    [is_less_than_x_days_from_now] { $property } 在未来 { $days } 天内
    [is_more_than_x_days_from_now] { $property } 在 { $days } 天以后
    [is_any_of] { $several ->
        [yes] { $property } 是{ $operand }之一
       *[no] { $property } 含有 { $operand }
    }
    [is_none_of] { $several ->
        [yes] { $property } 不是{ $operand }中的任何一个
       *[no] { $property } 不含 { $operand }
    }
    [contains_all] { $several ->
        [yes] { $property } 同时含有{ $operand }
       *[no] { $property } 含有 { $operand }
    }
    [does_not_contain_all] { $several ->
        [yes] { $property } 未同时含有{ $operand }
       *[no] { $property } 不含 { $operand }
    }
    [is_exactly] { $property } 恰好为 { $operand }
    [is_not_exactly] { $property } 不恰好为 { $operand }
   *[other] { $property } { $written } { $operand }
}

event-name = { $type ->
    [page_view] 页面浏览
    [form_submission] 表单提交
    [email_open] 邮件打开
    [email_click] 邮件点击
    [email_reply] 邮件回复
    [email_bounce] 邮件退回
    [email_unsubscribe] 邮件退订
    [ad_click] 广告点击
    [cta_click] 行动号召点击
    [call] 通话
    [meeting_booked] 会议预约
    [webinar_attended] 网络研讨会参加
   *[other] “{ $written }”事件
}
event-property = { $property ->
    [url] 网址
    [title] 标题
    [referrer] 来源页面
    [form] 表单
    [email_id] 邮件
    [campaign] 营销活动
   *[other] { $written }
}
sentence-events = { $has ->
    [where] { $where } 的{ $events }
    [days] { $days } 天内的{ $events }
    [wheredays] { $days } 天内 { $where } 的{ $events }
   *[other] { $events }
}
sentence-event-count = { $bounds ->
    [none] 没有{ $events }
    [exactly] { $events }恰好 { $most } 次
    [most] { $events }最多 { $most } 次
    [both] { $events } { $least } 至 { $most } 次
   *[least] { $events }至少 { $least } 次
}
sentence-score = { $bound ->
    [at_least] { $score } 不低于 { $points }
    [at_most] { $score } 不高于 { $points }
   *[below] { $score } 低于 { $points }
}
sentence-band = { $way ->
    [none] { $set }不属于等级{ $labels }
   *[any] { $set }的等级为{ $labels }
}
sentence-stage = 处于阶段{ $stages }
sentence-no-stage = 没有阶段
sentence-on-list = 在名单“{ $list }”上
sentence-rated = { $what } { $points }
sentence-by-value = 按 { $property }：{ $values }
sentence-by-nothing = 按 { $property }：尚无取值
sentence-otherwise = { $sentence }；其他 { $points }
sentence-each = 每次{ $events }
sentence-frequency = { $events }：{ $ranges }
sentence-times = { $bounds ->
    [open] { $from } 次及以上
    [one] { $from } 次
   *[both] { $from } 至 { $to } 次
}
sentence-once-per = { $what ->
    [day] { $sentence }，每天计一次
   *[property] { $sentence }，每个{ $property }计一次
}
sentence-maximum = { $sentence }，最多 { $most } 次

evidence-nothing = 没有可测试的内容
evidence-impossible = 无法满足
evidence-unknown = { $property } 未知
evidence-unusable = { $why ->
    [declared] { $property } { $value } 表示没有值
   *[unreadable] { $property } { $value } 无法按此测试所需的方式读取
}
evidence-value = { $property }：{ $value }
evidence-unlisted = { $property } { $value } 不在列表中
evidence-listed = { $property } 是列表中的一项
evidence-events = { $bounds ->
    [short] { $events }：{ $least } 次中的 { $count } 次
    [over] { $events }：{ $count } 次，最多允许 { $most } 次
   *[enough] { $events }：{ $count } 次
}
evidence-occurrences = { $kept ->
    [some] { $events }：{ $found } 次，其中 { $count } 次计分
   *[all] { $events }：{ $found } 次
}
evidence-more-events = { $sofar ->
    [none] { $events } { $count } 次
   *[some] 再有 { $count } 次{ $events }
}
evidence-other-count = 另一个次数的{ $events }
