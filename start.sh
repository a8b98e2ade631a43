#!/bin/sh
# 名册的菜单：检查、预览、新增、读入表格、打包。在终端里运行 sh start.sh（Windows 请双击“开始.bat”）。
cd "$(dirname "$0")" || exit 2
for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    exec "$python" run.py menu
  fi
done
cat >&2 <<'TOLD'
这台电脑上没有 Python 3.11 或更新的版本，请先安装：
  Ubuntu、Debian、统信、麒麟：sudo apt install python3 python3-venv
  macOS：打开 www.python.org，点 Downloads，下载以后双击安装
装好以后，再运行 sh start.sh。第一次要联网准备几分钟，以后不用。
TOLD
exit 2
