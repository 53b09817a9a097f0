# 联系人列表：显示、搜索、排序、筛选和保存。
contacts-wanted = 接下来是联系人
contacts-wanted-hint = { $ruleset ->
    [ready] 规则集已就绪。将联系人导出文件拖到此处，或选择文件：CSV、JSON 或 NDJSON。
   *[missing] 将联系人导出文件拖到此处，或选择文件：CSV、JSON 或 NDJSON。
}
contacts-ruleset-wanted = 接下来是规则集
contacts-ruleset-wanted-hint = { $count } 位联系人已就绪。将规则集拖到此处或选择文件，即可评分。
contacts-soon = 评分完成后，联系人会显示在这里。
contacts-grid = 联系人及其评分
contacts-name = 联系人
contacts-id = ID
contacts-file-empty = 文件中没有联系人。
contacts-none-fit = 没有符合的联系人。请搜索其他内容，或移除筛选条件。
contacts-shown-of = { $shown } / { $all }
contacts-one-moment = 请稍候…
contacts-search = 搜索 ID、邮箱、姓名
contacts-search-label = 按 ID、邮箱或姓名搜索
contacts-nothing-found = 未找到
contacts-more-search = 还有 { $count } 个：请搜索查找。

contacts-sort = 排序依据
contacts-sort-score = { $score }：分数
contacts-sort-band = { $score }：等级
contacts-sort-by-column = 按{ $column }排序
contacts-sort-direction = { $direction ->
    [descending] 降序：反转
   *[ascending] 升序：反转
}

contacts-bands-of = { $score }的等级
contacts-criteria = 条件
contacts-criteria-heading = 按是否满足条件筛选联系人
contacts-criteria-search = 搜索条件
contacts-filters = 正在使用的筛选
contacts-chip-band = { $score }：{ $band }
contacts-chip-range = { $score }：{ $from } 至不足 { $below } 分
contacts-chip-list = 在名单“{ $list }”上
contacts-chip-criterion = { $state ->
    [met] 满足：{ $criterion }
   *[not_met] 未满足：{ $criterion }
}
contacts-filter-remove = 移除筛选“{ $filter }”
contacts-filters-clear = 全部移除

contacts-columns = 列
contacts-columns-shown = 显示在评分旁
contacts-columns-all = 文件中的 { $count } 列
contacts-columns-search = 搜索列
contacts-columns-most = 最多同时显示 { $most } 列。
contacts-column-up = 将{ $column }上移
contacts-column-down = 将{ $column }下移
contacts-column-remove = 隐藏{ $column }

contacts-export = 导出
contacts-export-hint = 按当前顺序导出所显示的联系人及其评分和等级（CSV）。
contacts-export-shown = 包含所显示的列
contacts-export-all = 包含文件的所有列
contacts-exporting = 正在导出
contacts-exported = { $rows } / { $total }
contacts-export-left-out = 未包含与评分同名的列：{ $columns }
