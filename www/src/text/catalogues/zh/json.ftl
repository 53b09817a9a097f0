# 规则集的 JSON。
json-none = 还没有规则集。
json-fine = 没有错误，也没有警告。
json-text = 规则集的 JSON
step-json = 编辑 JSON
code-find = 查找
code-replace-with = 替换为
code-next = 下一个
code-previous = 上一个
code-all = 全部
code-match-case = 区分大小写
code-by-word = 全词
code-regexp = 正则表达式
code-replace = 替换
code-replace-all = 全部替换
code-close = 关闭
code-current = 当前匹配
code-on-line = 所在行
code-replaced = 已替换第 { $line } 行的匹配
code-replaced-all = 已替换 { $count } 处
code-go-to-line = 转到行
code-go = 转到
code-folded = 已折叠的行
code-unfolded = 已展开的行
code-to = 至
code-folded-code = 折叠的代码
code-unfold = 展开
code-fold = 折叠
code-completions = 建议
code-diagnostics = 检查结果
code-no-diagnostics = 没有问题
code-control = 控制字符
code-deleted = 已删除所选
json-errors = { $count } 个错误
json-warnings = { $count } 个警告
diagnostics = 检查结果
severity = { $severity ->
    [error] 错误
   *[warning] 警告
}
line-column = 第 { $line } 行，第 { $column } 列
