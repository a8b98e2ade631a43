@echo off
chcp 65001 >nul
title Register
pushd "%~dp0"
if not exist run.py (
  echo 这里只有“开始”，没有别的文件。请先把压缩包整个解压出来，再打开解压出来的文件夹，双击里面的“开始”。
  pause
  exit /b 2
)
set "PY="
for %%P in ("py -3" "python3" "python") do (
  if not defined PY (
    %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PY=%%~P"
  )
)
if defined PY %PY% run.py menu
if not defined PY (
  echo 这台电脑上没有 Python 3.11 或更新的版本，请先安装：
  echo 1. 用浏览器打开 www.python.org，点 Downloads，下载 Windows 的安装程序。
  echo 2. 双击安装，先勾选最下面的 Add python.exe to PATH，再点 Install Now。
  echo 3. 装好以后，再双击“开始”。第一次要联网准备几分钟，以后不用。
)
pause
