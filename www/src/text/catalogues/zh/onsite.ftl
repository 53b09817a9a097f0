# 网站上的版本：文件、选项、代码。
onsite-put = 放到您的网站上
onsite-put-version = 将版本 { $number } 放到您的网站上
onsite-files = 上传文件
onsite-folder = 网站上的文件夹
onsite-folder-fault = 请填写文件夹，例如 /leadscore/ 或 https://files.example.com/leadscore/
onsite-files-hint = 将下载的文件夹放到您的网站上，使其地址为 { $folder }。再次发布时，只有 ruleset.json 是新的。
onsite-download = 下载文件
onsite-ruleset = 仅 ruleset.json
onsite-download-fault = { $fault ->
    [faulty] 此版本有错误。请修正后重新发布。
   *[failed] 操作未成功。请检查网络连接后重试。
}
onsite-lifecycle = 同时告知页面有关阶段、名单和工作流的变化
onsite-lifecycle-hint = 页面会通过 leadscore:happening 事件得知。任何打开您网站的人都能读到其中的消息；名单中指名的人不包含在内。
onsite-open = 任何打开您网站的人都能读到这些规则：名称、标签和分数。备注不包含在内。
onsite-options = 选择它可以做什么
onsite-consent = 由谁告知访客已同意
onsite-consent-from = { $consent ->
    [site] 您自己的脚本
    [tcf] 支持 IAB TCF 的横幅
    [google] Google 意见征求模式
   *[none] 不询问任何人
}
onsite-consent-hint = { $consent ->
    [site] 在您的横幅调用 leadscore.consent("granted") 之前，不记录任何内容。
    [none] 从第一个页面起就记录访客。请确认访客所在地的法律允许这样做。
   *[other] 在信号表示同意之前，不记录任何内容。
}
onsite-time = 记录每个页面的停留时间
onsite-scroll = 记录访客滚动到的深度
onsite-endpoint = 将等级变化报告给（可选）
onsite-endpoint-fault = 请填写地址，例如 /leads 或 https://crm.example.com/leads
onsite-endpoint-hint = 您自己的、接受 POST 方式 JSON 的地址
onsite-add = 添加到您的页面
onsite-ways = 您的页面的制作方式
onsite-way = { $way ->
    [wordpress] WordPress
    [gtm] Google 跟踪代码管理器
    [csp] 严格 CSP
   *[html] HTML
}
onsite-way-hint = { $way ->
    [wordpress] 使用软件包 onsite/wordpress 文件夹中的插件则无需代码：在“设置”的 leadscore 中上传 ruleset.json 即可。不使用插件时，由管理员在“外观”的“编辑器”中，将这一行作为“自定义 HTML”区块加到主题的页脚。
    [gtm] 创建类型为“自定义 HTML”的代码，触发器选“All Pages”。它用脚本创建元素，因为跟踪代码管理器会去掉 script 元素上的 data-* 属性。
    [csp] 您的服务器在每个页面中写入新的 nonce 以替换 NONCE，并在策略中发送相同的值。'wasm-unsafe-eval' 只允许 WebAssembly，不允许其他代码。
   *[html] 只需一行，放在页面模板的 head 中或 body 末尾。
}
onsite-snippet = 代码
onsite-policy = 您的策略需要
onsite-incomplete = 请修正上面的地址，代码会显示在这里。
copy = 复制
copy-this = 复制：{ $what }
copy-outcome = { $outcome ->
    [copied] 已复制
   *[selected] 已选中：请按 Ctrl+C 或 ⌘C 复制
}
