# 浏览器保存的页面内容。
new-version = 新版本
new-version-ready = 新版本已就绪
new-version-reload = 重新加载
new-version-later = 稍后
