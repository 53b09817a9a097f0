# 测试联系人：从列表选取、粘贴或输入。
test-title = 测试联系人
test-hint = 从列表选取、粘贴或输入一位联系人，查看其满足和未满足的条件，以及距下一等级还差什么。
test-ruleset-wanted = 请先打开规则集：没有规则就无从测试。
test-ruleset-faulty = 规则集有错误：修正后即为联系人评分。
test-contact = 被测试的联系人
test-nobody = 未命名的联系人
test-way-label = 联系人的来源
test-way = { $way ->
    [paste] 粘贴
    [type] 输入
   *[pick] 选取
}
test-privacy = 您粘贴或输入的内容只留在此窗口：不会存储，也不会进入任何链接。

test-no-contacts = 尚未加载联系人。请加载，或粘贴、输入一位。
test-find = 查找联系人
test-found = 找到的联系人
test-previous = 列表中的上一位
test-next = 列表中的下一位
test-copy = 编辑副本
test-copy-hint = 如果情况不同会怎样？请编辑副本，文件保持不变。

test-paste-label = 联系人文本
test-paste-hint = HubSpot API 的 JSON、带表头的 CSV，或“职位: VP Sales”这样的行
test-read-as = 读取方式
test-format = { $format ->
    [json] JSON
    [csv] CSV
    [lines] 名称和值的行
   *[auto] 自动识别
}
test-clear = 重新开始
test-unreadable = 无法作为联系人读取。
test-no-contact = 其中没有联系人。
test-understood = { $format ->
    [json] 已作为 JSON 读取，含 { $properties } 个属性。
    [csv] 已作为 CSV 读取，含 { $properties } 个属性。
   *[lines] 已按行读取，含 { $properties } 个属性。
}
test-understood-events = 含 { $count } 个事件。
test-which-contact = 共 { $count } 位联系人，第
test-left-out = 略去 { $count } 行
test-left-out-line = 第 { $line } 行：
test-events-left-out = 部分事件不计入：

test-type-hint = 随意填写：评分会随输入变化。
test-rule-properties = 规则使用的 { $count } 个属性
test-rule-properties-none = 规则未使用任何属性。
test-other-properties = 其他 { $count } 个属性
test-add-property = 添加属性
test-property-name = 属性
test-property-value = { $property }的值
test-value = 值
test-remove-property = 移除{ $property }
test-too-long = 内容过长，无法在此编辑；评分时使用完整内容。
test-events = { $count } 个事件
test-event = 事件 { $number }
test-add-event = 其他事件
test-event-type = 事件类型
test-event-time = 发生时间（UTC）
test-repeat-event = 重复：{ $event }
test-remove-event = 移除：{ $event }
test-more-events = 再显示 { $count } 个事件
test-older-events = 另有 { $count } 个更早的事件也计入，但无法在此编辑。

test-within = 条件范围
test-within-all = 所有评分和分组
test-within-score = { $score }全部
test-order = { $order ->
    [points] 分数最多的在前
   *[ruleset] 按规则集的顺序
}
test-muted = { $count } 个已停用的条件
