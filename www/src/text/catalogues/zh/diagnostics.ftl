# 规则集中的错误或可疑之处：软件包的每个代码对应一句话。
diagnostic = { $code ->
    [invalid_json] 此处的文本不是有效的 JSON。
    [too_large] 规则集过长。
    [too_deep] 分组嵌套层数过多。
    [duplicate_key] 同一项出现了两次。
    [wrong_type] 此处的值类型不正确。
    [unknown_key] 此处没有这一项，可能拼写有误。
    [unknown_operator] 没有这种比较方式，请从列表中选择。
    [unknown_choice] 这不是可选项之一。
    [missing_key] 此处还缺少内容。
    [misplaced_key] 这一项属于另一种规则。
    [conflicting_keys] 两项互相冲突，请只保留一项。
    [misplaced_test] 这种测试不能放在此处。
    [empty_list] 请至少添加一项。
    [blank_text] 请在此处填写内容。
    [too_long] 文本过长。
    [too_many] 条目过多。
    [unsupported_version] 规则集属于其他版本。
    [invalid_id] 标识符由 1 至 64 个字母、数字、“_”、“-”或“.”组成，并以字母或数字开头。
    [duplicate_id] 该标识符被使用了两次，请修改其中之一。
    [duplicate_name] 该值出现了两次（不区分大小写）。
    [too_precise] 分数最多两位小数，次数必须为整数。
    [out_of_range] 数字过小或过大。
    [invalid_range] 范围的终点早于起点。
    [overlapping_ranges] 两个范围重叠：一个数只能属于其中一个。
    [invalid_time] 这不是日期或时间，正确写法如 2026-03-12。
    [invalid_regex] 该模式不是可用的正则表达式。
    [mixed_operands] 文本与数字混用，请只用一种。
    [unknown_score] 没有使用该标识符的评分。
    [unknown_band] 没有这个等级。
    [unknown_stage] 没有这个阶段。
    [unknown_list] 没有使用该标识符的列表。
    [list_cycle] 该列表由其自身构成；请删除形成循环的测试之一。
    [invalid_placeholder] 占位符必须闭合并有名称。
    [duplicate_bands] 该评分已有等级。
    [decay_without_since] 请指明分数从哪个日期开始衰减。
    [since_without_decay] 给出了衰减起始日期，但并未设置衰减。
    [never_holds] 没有任何联系人能满足它。
    [always_holds] 所有联系人都满足它。
    [points_beyond_limit] 上下限总会截去其中一部分分数。
    [limit_excludes_zero] 即使联系人什么都不满足，上下限也会改变其分数。
    [band_gap] 两个等级之间有分数不属于任何等级。
    [band_overlap] 部分分数同属两个等级，以第一个为准。
    [unreachable_band] 没有联系人能达到该等级。
    [negative_drops_unknown] 没有值的联系人也不满足，除非将其包括在内。
    [short_word] 这么短的文本也会出现在更长的单词中，请改为匹配整个单词。
    [unsuitable_operator] 这种比较方式不适合该属性的内容。
    [no_points] 它永远不会给出分数。
    [duplicate_criterion] 另有一个条件内容相同，分数会被重复计算。
    [all_muted] 所有条件都已停用，因此没有人得分。
    [stage_order] 该阶段的起始分不高于较早的阶段，较早的阶段会被跳过。
    [no_effect] 这永远不会起任何作用。
    [more_diagnostics] 还有更多问题未显示，解决这些后会继续列出。
   *[other] 此处有错误或可疑之处。
}
diagnostic-severity = { $severity ->
    [warning] 可疑
   *[error] 错误
}
