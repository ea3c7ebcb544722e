@echo off
rem Starts Gewu: finds a JDK 25 or newer and hands over.
rem   GEWU_JAVA   the java.exe to use
rem   GEWU_OPTS   more options for Java, such as -Xmx1g
setlocal enableextensions
set "HOME_OF_GEWU=%~dp0.."
set "FOUND="
if defined GEWU_JAVA call :try "%GEWU_JAVA%"
if not defined FOUND if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined FOUND for %%J in (java.exe) do call :try "%%~$PATH:J"
if not defined FOUND for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%USERPROFILE%\.jdks\*") do call :try "%%~D\bin\java.exe"
if not defined FOUND (
    echo Gewu needs a JDK 25 or newer and found none. 1>&2
    echo Install one, for example Eclipse Temurin 25, or set GEWU_JAVA to its java.exe. 1>&2
    exit /b 3
)
chcp 65001 >nul
set "HEAP=256m"
if "%~1"=="serve" set "HEAP=1g"
if "%~3"=="serve" set "HEAP=1g"
"%FOUND%" -Xmx%HEAP% -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
    "-Dgewu.home=%HOME_OF_GEWU%" %GEWU_OPTS% -classpath "%HOME_OF_GEWU%\lib\*" gewu.workbench.Main %*
exit /b %ERRORLEVEL%

:try
if defined FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
if not exist "%~dp1..\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~dp1..\release"') do (
    if %%~V geq 25 set "FOUND=%~1"
)
exit /b 0
