# 从评分到行动：阶段、名单和工作流，它们会带来什么，以及一位联系人的历程。
step-automation = { $what ->
    [name] 重命名
    [id] 更改 ID
    [note] 更改备注
    [members] 更改名单成员
    [property] 更改阶段所用的属性
    [enrol_on] 更改工作流的名单
    [goal] 更改工作流的目标
    [suppress] 更改工作流排除的名单
    [enrolment] 更改工作流的加入方式
    [muted] 停用或启用工作流
    [message] 更改消息
    [action] 更改工作流的操作
   *[condition] 更改条件
}
automation-none = 评分应当带来什么行动？
automation-none-hint = 联系人可以自动进入下一个生命周期阶段，归入始终最新的名单，并触发工作流，在恰当的时刻通知销售。
automation-no-score = 阶段由评分决定，而目前还没有评分。
automation-to-rules = 前往规则
automation-thresholds = 使用阈值 35 / 65
automation-thresholds-hint = 依据“{ $score }”：35 分起为营销合格，65 分起为销售合格，并通知销售。之后都可以修改。
automation-empty = 从空白开始
automation-section = { $section ->
    [stages] 阶段
    [lists] 名单
   *[workflows] 工作流
}
automation-section-none = { $section ->
    [stages] 还没有阶段。阶段按联系人经过的顺序排列，例如线索、MQL、SQL、客户。
    [lists] 还没有名单。名单包含符合筛选条件的人，或您指定的联系人，例如合作伙伴或员工。
   *[workflows] 还没有工作流。工作流会为每位加入名单的联系人执行操作。
}
automation-add = { $section ->
    [stages] 添加阶段
    [lists] 添加名单
   *[workflows] 添加工作流
}
automation-new = { $section ->
    [stages] 新阶段
    [lists] 新名单
   *[workflows] 新工作流
}
automation-id = ID
automation-id-taken = { $section ->
    [stages] 已有其他阶段使用这个名称。
    [lists] 已有其他名单使用这个 ID。
   *[workflows] 已有其他工作流使用这个 ID。
}
automation-id-kept = 在您换成别的之前，仍为“{ $id }”。
beginning-list = { $list ->
    [mqls] 营销合格
    [sqls] 销售合格
   *[customers] 商机与客户
}
beginning-workflow = 通知销售
stage-value = 属性的值
stage-enter = 谁会自动进入
stage-enter-hint = 符合条件且处于更早阶段的人会进入此阶段。没有人会后退。
stage-by-hand = 没有人会自动进入
stage-when = 当{ $sentence }
lifecycle-settings = 适用于所有阶段
lifecycle-property = 保存阶段的属性
lifecycle-exclude = 谁的阶段保持不变
lifecycle-exclude-hint = 例如员工、合作伙伴和竞争对手：这里的设置不会改变他们的阶段。
list-kind = 谁在名单上
list-kinds = { $kind ->
    [when] 按筛选条件
   *[members] 逐一指定
}
list-members = ID 或电子邮件地址
list-members-hint = 每行一个，可直接粘贴电子表格中的一列。
list-members-count = { $count ->
    [0] 没有成员
   *[other] { $count } 位成员
}
list-members-file = 从文件读取
list-members-clear = 全部移除
list-file-unreadable = 无法将 { $file } 作为 ID 列表读取。
list-file-column = 包含 ID 或电子邮件的列
list-file-replace = 替换现有成员
list-file-take = 采用 { $count } 位成员
list-show = 显示“{ $name }”上的 { $count } 位联系人
list-in-file = 文件中
list-in-file-hint = 按文件中的联系人计算，尚未运行任何规则
workflow-summary = 加入“{ $list }”的人：{ $count ->
    [0] 不执行任何操作
   *[other] { $count } 项操作
}
workflow-who = 面向谁
workflow-what = 执行什么
workflow-end = 何时结束
workflow-list = { $key ->
    [goal] 联系人在此名单上时结束
   *[enrol_on] 加入此名单者进入工作流
}
workflow-no-goal = 没有目标：直到联系人离开名单或被排除
workflow-check = { $key ->
    [enrol_present] 启动时已在名单上的人也进入
   *[re_enrol] 联系人每次回到名单时再次进入
}
workflow-suppress = 排除以下名单上的人
workflow-muted = 已停用：不接纳任何人
workflow-first-message = { $has ->
    [score] { $name }（{ $email }）有 { $points } 分
   *[none] { $name }（{ $email }）
}
action-add = 添加操作
action-kind = { $kind ->
    [notify] 通知
    [set] 设置属性
    [clear] 清空属性
   *[call_back] 回调
}
action-name = { $place }. { $kind ->
    [notify] 通知
    [set] 设置属性
    [clear] 清空属性
    [call_back] 回调
   *[unknown] 操作
}
action-field = { $field ->
    [notify] 通知谁，或通过哪个渠道
    [message] 消息
    [set] 属性
    [to] 新值
    [clear] 属性
    [call_back] 回调名称
   *[with] 附带文本
}
placeholder-insert = 插入占位符…
placeholder-group = { $group ->
    [contact] 联系人
    [scores] 评分与等级
   *[properties] 属性
}
placeholder-known = { $name ->
    [id] ID
    [stage] 阶段
   *[as_of] 日期和时间
}
outcome = 如果现在发布
outcome-first = 尚未发布任何版本：首次运行从文件中的联系人开始。
outcome-against = 与版本 { $number } 运行之后相比
outcome-against-opened = 与打开时的规则相比
outcome-no-contacts = 加载联系人，即可查看谁会移动、谁会收到通知。
outcome-nothing = 目前不会发生任何事。
outcome-figure = { $what ->
    [moved] 变更阶段
    [enrolled] 进入工作流
   *[notified] 通知
}
outcome-figure-title = { $what ->
    [moved] { $count } 位联系人会变更阶段
    [enrolled] { $count } 位联系人会进入工作流
   *[notified] 会发送 { $count } 条通知
}
outcome-stages = 各阶段的联系人
outcome-at-stage = “{ $stage }”：{ $count } 位联系人，之前 { $before } 位
outcome-come = { $count } 位联系人会进入“{ $stage }”
outcome-rest = { $what ->
    [without] 没有阶段
   *[other] 其他值
}
outcome-moves = 谁从哪里移到哪里
outcome-from = 从
outcome-to = 到
outcome-contacts = 联系人
outcome-new = 新
outcome-on-list = “{ $list }”上有 { $count } 位联系人
outcome-on-known-list = “{ $list }”上有 { $count } 位联系人，之前 { $before } 位
outcome-moved = “{ $name }”：谁是新加入的，谁不再在其中
outcome-who-moves = { $moves ->
    [comes] 新加入
   *[goes] 不再在此
}
outcome-told = 通知
outcome-notified = 向 { $channel } 发送 { $count } 条通知
outcome-called-back = { $count } 次回调：{ $name }
outcome-enrolled = “{ $workflow }”会接纳 { $count } 位联系人
outcome-unenrolled = “{ $workflow }”会结束 { $count } 次
outcome-ended = 结束
outcome-muted = 已停用：不接纳任何人。
outcome-present = 启动时，已在“{ $list }”上的人不会进入。
outcome-missing = 名单、阶段或消息用到了这些联系人没有的属性：{ $properties }
outcome-left-out = { $count } 行不参与：没有 ID，或 ID 重复。
happening-none = 无
happening-stage = { $from } → { $to }
happening-kept = { $reason ->
    [backwards] 停留在“{ $from }”：否则会退回“{ $to }”
    [excluded] 停留在“{ $from }”：已被排除
    [other_stage] 停留在“{ $from }”，它不是规则集中的阶段
   *[no_such_stage] 停留在“{ $from }”：“{ $to }”不是规则集中的阶段
}
happening-set = { $property }：{ $from } → { $to }
happening-cleared = { $property } 已清空，原为 { $from }
happening-enrolled = 进入“{ $workflow }”
happening-unenrolled = { $reason ->
    [goal] “{ $workflow }”结束：已达目标
    [suppressed] “{ $workflow }”结束：在排除名单上
   *[left] “{ $workflow }”结束：已不在其名单上
}
happening-notified = 通知 { $channel }
happening-called-back = 回调 { $name }
