# 加载联系人和事件的结果。
report = 加载报告
report-empty = 还没有联系人。
report-file = 文件
report-rows = 已读取行数
report-left-out = 略去的行
report-columns = 列
report-format = 格式
report-encoding = 编码
report-delimiter = 分隔符
report-size = 大小
report-notes = 说明
report-events = 事件
delimiter = { $delimiter ->
    [comma] 逗号
    [semicolon] 分号
    [tab] 制表符
    [bar] 竖线
   *[other] 其他
}
line = 第 { $line } 行
lines = { $count ->
   *[other] 第 { $lines } 行
}
left-out = 有 { $count } 行无法读取。
left-out-first = 前 { $count } 行如下：
unusable = 规则无法使用的内容
unusable-missing = 规则使用但联系人没有的 { $count } 个属性：
unusable-unreadable = { $needed ->
    [number] 无法读作数字
    [boolean] 无法读作是或否
   *[time] 无法读作时间
}，共 { $count } 行，例如
unusable-later = { $count } 个事件晚于评分时间，在该时间点尚不存在。
unknowns = 可能表示“无值”的内容
unknowns-hint = 规则集可以把它们声明为未知值。
unknowns-in = 位于 { $places }
unknowns-declared = 规则集已声明
report-events-read = 已读取 { $count } 个事件。
report-events-unmatched = 其中 { $count } 个属于不在此处的联系人。
report-events-left-out = 略去的事件
column = 列
report-filled = 有值
report-kind = 类型
column-distinct = 不同值
column-examples = 示例
columns-all = 显示全部 { $count } 列
kind = { $kind ->
    [number] 数字
    [boolean] 是或否
    [time] 时间
    [list] 列表
    [empty] 空
   *[text] 文本
}
note = { $code ->
    [no_rows] 文件中没有联系人，只有列名或空列表。
    [missing_ids] { $count } 位联系人没有 ID，以行号称呼，例如“row 1”。
    [repeated_ids] { $count } 行重复了前面的 ID；每一行都作为单独的联系人保留。
    [blank_rows] 已跳过 { $count } 行没有任何值的行。
    [short_rows] { $count } 行的字段少于列数；缺少的视为未知。
    [long_rows] { $count } 行的值多于列数；多出的已略去。
    [wrapped_rows] { $count } 行整行带引号，已去除引号。
    [duplicate_headers] { $count } 列与前面的列同名；规则读取前面的列。
    [blank_headers] { $count } 列没有名称，以位置称呼，例如“column 7”。
    [too_many_columns] 已略去前 10,000 列之后的 { $count } 个值或列名。
    [unclosed_quotes] 已略去 { $count } 行：引号没有闭合。
    [nested_values] 已略去 { $count } 个值：它们是对象或对象列表，没有规则会读取。
    [replaced_bytes] { $count } 个字符在文件编码中无效，已替换为 �。
    [dropped_nuls] 已去除 { $count } 个 NUL 字符。
   *[other] 文件中有值得注意的内容。
}
