# 规则：评分、分组和条件的树，以及它们的等级。
rules-tree = 评分、分组和条件
rules-tools = 规则集
rules-settings = 设置
rules-unnamed = 未命名
rules-name = 名称
rules-note = 备注
rules-note-hint = 说明原因，方便以后查看的人
rules-search = 搜索规则
rules-only = 仅显示
rules-wish = { $wish ->
    [findings] 有警告 （{ $count }）
    [muted] 已停用 （{ $count }）
   *[never] 从未满足 （{ $count }）
}
rules-found = { $count } 个结果
rules-nothing-found = 规则中没有匹配的内容。
rules-show-all = 显示全部
rules-fold-all = 全部折叠
rules-unfold-all = 全部展开
rules-fold = 折叠“{ $name }”
rules-unfold = 展开“{ $name }”
rules-locked = JSON 有错误。这里显示的是最后一次可读取的规则；修正后即可继续编辑。
rules-locked-show = 查看 JSON
rules-side = 所选规则
rules-close = 关闭
rules-no-contacts = 载入联系人，即可查看有多少人满足每个条件。
rules-no-scores = 还没有评分
rules-no-scores-hint = 评分由各个条件的分数相加而成：联系人是谁，以及做过什么。先创建一个吧。
rules-add-first-score = 创建评分
rules-add-score = 添加评分
rules-add-group = 添加分组
rules-add-group-to = 在“{ $name }”中添加分组
rules-add-criterion = 添加条件
rules-add-first-criterion = 这里还没有内容：添加一个条件
rules-add-criterion-to = 在“{ $name }”中添加条件
rules-add-condition = 他们是谁
rules-add-condition-hint = 满足某项时得分：职位、国家、事件
rules-add-by-event = 他们做过什么
rules-add-by-event-hint = 每次发生都得分：页面浏览、表单、邮件
rules-add-by-value = 按取值
rules-add-by-value-hint = 分数表：属性的每个值对应一个分数
rules-new-score = 新评分
rules-new-group = 新分组
rules-new-criterion = 新条件
rules-copy-of = { $name }（副本）
rules-menu = “{ $name }”的更多操作
rules-open = 打开
rules-rename = 重命名
rules-clone = 复制
rules-mute = 停用
rules-unmute = 启用
rules-muted = 已停用
rules-counts = 计入“{ $name }”
rules-move-up = 上移
rules-move-down = 下移
rules-move-to-group = 移到分组…
rules-move-to-score = 移到评分…
rules-move-to = 将“{ $name }”移到
rules-nowhere-else = 还没有其他位置
rules-delete = 删除
rules-deleted = 已删除“{ $name }”
rules-points-of = “{ $name }”的分数
rules-no-points = 无
rules-met = 满足
rules-met-hint = { $contacts }满足：{ $share }
rules-sum = 合计
rules-sum-hint = 在所有联系人上的合计分数
rules-findings = { $severity ->
    [error] { $count } 个错误或警告
   *[warning] { $count } 个警告
}
rules-criteria = { $count } 个条件
rules-decays = 递减
rules-limited = { $gives ->
    [yes] 限制为{ $contacts }增加 { $points } 分
   *[no] 限制从{ $contacts }扣除 { $points } 分
}
rules-limit = 限制
rules-limit-hint = { $kind ->
    [score] 无论各分组合计多少，评分都不会超出此范围。
   *[group] 无论各条件合计多少，分组都不会超出此范围。
}
rules-rescale = 同时以 0–100 显示
rules-rescale-hint = 除分数外，评分还会按这两个值之间的比例显示。
rules-rescale-end = { $end ->
    [from] 0 对应
   *[to] 100 对应
}
rules-decay-hint = 适用于组内没有单独设置递减的每个条件。
rules-said-cloned = 已复制“{ $name }”
rules-said-muted = 已停用“{ $name }”
rules-said-unmuted = 已重新启用“{ $name }”
rules-said-no-further = “{ $name }”无法再移动
rules-said-moved = 已将“{ $name }”移到第 { $place } 位（共 { $of } 项）
rules-said-moved-in = 已将“{ $name }”移到“{ $parent }”的第 { $place } 位（共 { $of } 项）
bands = 等级
bands-of = “{ $name }”的等级
bands-add-to-score = 添加等级，例如 MQL 和 SQL
bands-delete = 全部移除
bands-delete-of = 全部移除“{ $name }”的等级
bands-first = 合格
bands-new = 新等级
bands-add = 添加等级
bands-remove = 移除等级“{ $name }”
bands-label = 等级 { $place } 的名称
bands-from = 不低于
bands-from-of = “{ $name }”不低于
bands-below = 低于
bands-at-most = 不高于
bands-no-upper = 无上限
bands-upper-kind = “{ $name }”的上限方式
bands-upper-of = “{ $name }”上限
bands-no-bound = 不限
bands-have-it = 处于此等级
bands-only-if = 仅当…
bands-only-if-of = “{ $name }”仅当…
bands-if = 仅当 { $sentence }
bands-edit = 编辑
bands-done = 完成
bands-drop = 移除
bands-edit-condition = 编辑“{ $name }”的条件
bands-drop-condition = 移除“{ $name }”的条件
matrix-add = 添加两个评分的矩阵
matrix-new = 优先级
matrix-of = 矩阵“{ $name }”
matrix-label = 矩阵名称
matrix-delete = 删除矩阵“{ $name }”
matrix-side = { $side ->
    [rows] 行
   *[columns] 列
}
matrix-cells = 每个单元格的联系人
ruleset-settings = 规则集设置
ruleset-name = 规则集名称
ruleset-unknown = 表示“无值”的值
ruleset-unknown-hint = 每行一个，例如 N/A。在所有属性中均视为未知。
ruleset-properties = 属性
ruleset-properties-hint = 属性在此处的名称、取值类型，以及在文件中的其他名称。
ruleset-property-label = 此处名称
ruleset-property-type = 取值类型
ruleset-property-aliases = 文件中的其他名称，用 ; 分隔
ruleset-type = { $type ->
    [text] 文本
    [number] 数字
    [boolean] 是或否
    [time] 时间
    [list] 列表
   *[any] 不限
}
ruleset-new-property = 属性名
ruleset-add-property = 添加属性
ruleset-remove-property = 移除属性“{ $name }”
step-add = 添加“{ $name }”
step-name = 重命名“{ $name }”
step-points = “{ $name }”的分数
step-mute = 停用“{ $name }”
step-unmute = 启用“{ $name }”
step-clone = 复制“{ $name }”
step-delete = 删除“{ $name }”
step-move = 移动“{ $name }”
step-note = “{ $name }”的备注
step-decay = “{ $name }”的递减
step-rescale = “{ $name }”的刻度
step-bands = 更改“{ $name }”
step-settings = 设置：{ $name }
